import type { ItemView } from '../../api/views.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useServices } from '../../app/services.ts';
import { useTimeLeft } from '../../app/useTimeLeft.ts';
import { PLAN_DRAFT } from '../answer/drafts.ts';

const Unsettled = later(() => import('../facilitator/Unsettled.tsx'));
const UnsavedPlan = later(() => import('../plan/UnsavedPlan.tsx'));
const EndsByItself = later(() => import('../room/EndsByItself.tsx'));
const UnsentAnswers = later(() => import('../answer/UnsentAnswers.tsx'));

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
    <WhenLoaded>
      <UnsentAnswers {...props} />
    </WhenLoaded>
  );
}

/** Loads where a change of the plan was left unsaved; the facilitator finds it in the plan. */
export function Unsaved({ item }: Pick<Props, 'item'>) {
  const { drafts } = useServices();
  if (item.lead.mine || drafts.read(item.id, PLAN_DRAFT) === '') return null;
  return (
    <WhenLoaded>
      <UnsavedPlan item={item} />
    </WhenLoaded>
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
    <WhenLoaded>
      <EndsByItself {...props} />
    </WhenLoaded>
  );
}

/** What the facilitator has to settle beside the message the page is about. */
export function MoreToSettle(props: Props) {
  if (props.item.unsettled.length === 0) return null;
  return (
    <WhenLoaded>
      <Unsettled {...props} />
    </WhenLoaded>
  );
}
