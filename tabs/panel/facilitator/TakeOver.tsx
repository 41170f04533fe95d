import { Button } from '@fluentui/react-components';
import { ApiError } from '../../api/errors.ts';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';

interface Props {
  readonly item: ItemView;
  readonly mayTakeOver: boolean;
}

/** Whoever led the item has left the team: all are told who can lead it on, and those who can have the button. */
export default function TakeOver({ item, mayTakeOver }: Props) {
  const text = useLeadText();
  return mayTakeOver ? (
    <Offer item={item} />
  ) : (
    <Notice kind="plain">{text('takeOver.others', { name: item.lead.name })}</Notice>
  );
}

function Offer({ item }: Pick<Props, 'item'>) {
  const text = useLeadText();
  const { host } = useServices();
  const describe = (error: Error): string => whyNot(error, item, text);
  const command = useFreshCommand<string>((api, id, person) => api.handOver(item.id, id, person), describe);
  const isSending = command.state === 'sending';
  const { error } = command;
  if (error !== null && isRefused(error)) return <Notice kind="trouble">{describe(error)}</Notice>;
  return (
    <Notice kind="plain">
      {/* Why not, in place of the offer that it contradicts. */}
      {error === null ? text('takeOver.left', { name: item.lead.name }) : <span role="alert">{describe(error)}</span>}
      <Button disabledFocusable={isSending} onClick={() => command.run(host.context.person)}>
        {text(isSending ? 'sending' : 'takeOver.do')}
      </Button>
    </Notice>
  );
}

const isRefused = (error: Error): error is ApiError => error instanceof ApiError && error.code === 'NotFacilitator';

/** Of the two reasons there can be, the one that the view tells of; both, where it did not come. */
function whyNot(error: Error, { lead: { name } }: ItemView, text: LeadText): string {
  if (!isRefused(error)) return describeFailure(error, text);
  const now = error.view?.item?.lead.name;
  if (now === undefined) return text('takeOver.refused', { name });
  return now === name ? text('takeOver.back', { name }) : text('takeOver.taken', { name: now });
}
