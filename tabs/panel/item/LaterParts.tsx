import { lazy, Suspense } from 'react';
import type { ItemView } from '../../api/views.ts';
import { useServices } from '../../app/services.ts';
import { useTimeLeft } from '../../app/useTimeLeft.ts';
import { PLAN_DRAFT } from '../answer/drafts.ts';

const Unsettled = lazy(() => import('../facilitator/Unsettled.tsx'));
const UnsavedPlan = lazy(() => import('../plan/UnsavedPlan.tsx'));
const EndsByItself = lazy(() => import('../room/EndsByItself.tsx'));
const UnsentAnswers = lazy(() => import('../answer/UnsentAnswers.tsx'));

interface Props {
  readonly item: ItemView;
  readonly except: string | undefined;
}

/** Loads where something was left unsent. */
export function Unsent(props: Props) {
  const { drafts } = useServices();
  const { id, plan } = props.item;
  if (!plan.some(({ status, round = '' }) => status === 'closed' && drafts.read(id, round) !== '')) return null;
  return (
    <Suspense fallback={null}>
      <UnsentAnswers {...props} />
    </Suspense>
  );
}

/** Loads where a change of the plan was left unsaved; the facilitator finds it in the plan. */
export function Unsaved({ item }: Pick<Props, 'item'>) {
  const { drafts } = useServices();
  if (item.lead.mine || drafts.read(item.id, PLAN_DRAFT) === '') return null;
  return (
    <Suspense fallback={null}>
      <UnsavedPlan item={item} />
    </Suspense>
  );
}

/** Loads in the last hour before an item ends that nobody leads on. */
export function EndsSoon({ item }: Pick<Props, 'item'>) {
  const { endsByItselfAt } = item;
  return endsByItselfAt === undefined ? null : <LastHour item={item} endsAt={endsByItselfAt} />;
}

function LastHour(props: Pick<Props, 'item'> & { readonly endsAt: string }) {
  if (useTimeLeft(props.endsAt, 'minutes') > 60) return null;
  return (
    <Suspense fallback={null}>
      <EndsByItself {...props} />
    </Suspense>
  );
}

/** What the facilitator has to settle beside the message the page is about. */
export function MoreToSettle(props: Props) {
  if (props.item.unsettled.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Unsettled {...props} />
    </Suspense>
  );
}
