import { Button } from '@fluentui/react-components';
import { ApiError } from '../../api/errors.ts';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { useLeadText } from './useLeadText.ts';

/** Whoever led the item has left the team: somebody who holds the keys can lead it on. */
export default function TakeOver({ item }: { readonly item: ItemView }) {
  const text = useLeadText();
  const { host } = useServices();
  const command = useCommand<string>((api, id, person) => api.handOver(item.id, id, person));
  const wordsOf = (error: Error): string =>
    error instanceof ApiError && error.code === 'NotFacilitator'
      ? text('takeOver.refused', { name: item.lead.name })
      : describeFailure(error, text);
  const isSending = command.state === 'sending';
  return (
    <Notice kind="plain">
      {/* Why not, in place of the offer that it contradicts. */}
      {command.error === null ? (
        text('takeOver.left', { name: item.lead.name })
      ) : (
        <span role="alert">{wordsOf(command.error)}</span>
      )}
      <Button disabledFocusable={isSending} onClick={() => command.run(host.context.person)}>
        {text(isSending ? 'sending' : 'takeOver.do')}
      </Button>
    </Notice>
  );
}
