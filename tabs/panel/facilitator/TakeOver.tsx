import { Button } from '@fluentui/react-components';
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
  const isSending = command.state === 'sending';
  return (
    <Notice kind="plain">
      {text('takeOver.left', { name: item.lead.name })}
      {command.error && <p role="alert">{describeFailure(command.error, text)}</p>}
      <Button disabledFocusable={isSending} onClick={() => command.run(host.context.person)}>
        {text(isSending ? 'sending' : 'takeOver.do')}
      </Button>
    </Notice>
  );
}
