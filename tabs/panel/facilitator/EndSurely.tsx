import type { ItemView, UnsettledView } from '../../api/views.ts';
import { AskFirst } from '../../app/AskFirst.tsx';
import { hasDigest } from '../item/hasDigest.ts';
import type { FacilitatorState } from './useFacilitator.ts';
import { useLeadText } from './useLeadText.ts';

/** Asks before an item is ended, in its place: ending is the one step that cannot be taken back. */
export function EndSurely({ item, state }: { readonly item: ItemView; readonly state: FacilitatorState }) {
  const text = useLeadText();
  const isAsked = hasDigest(item);
  const left = leftOf(item);
  const question = [
    text(isAsked ? 'end.sure' : 'end.sure.nothingPut'),
    // What may make this press a mistake comes first.
    ...(left > 0 ? [text('end.left', { count: left })] : []),
    ...(item.round?.status === 'open' ? [text('end.closes')] : []),
    ...(['unknown', 'blocked'] as const).flatMap((status) => {
      const count = unsettledOf(item, status);
      return count > 0 ? [text(`end.${status}`, { count })] : [];
    }),
    ...(isAsked ? [text('end.digest')] : []),
  ];
  return (
    <AskFirst
      question={question.join(' ')}
      // Not the same question when another window has put one meanwhile, or closed it.
      about={[item.round?.id, item.round?.status].join()}
      no={text('end.keep')}
      yes={text(isAsked ? 'lead.end' : 'end.confirm.nothingPut')}
      appearance="primary"
      isSending={state.command.state === 'sending'}
      keep={state.comeBack}
      confirm={state.end}
    />
  );
}

/** Questions still to be put, where any was: what was skipped was decided already. */
const leftOf = (item: ItemView): number =>
  hasDigest(item) ? item.plan.filter(({ status }) => status === 'waiting').length : 0;

/** Questions of which nobody knows whether they are in the channel, or that are not: they can still be settled afterwards. */
const unsettledOf = ({ unsettled }: ItemView, status: UnsettledView['post']['status']): number =>
  unsettled.filter(({ of, post }) => of !== 'digest' && post.status === status).length;
