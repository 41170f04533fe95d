import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { SettlePost as Saw } from '../../api/api.ts';
import type { ItemView, PostView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useText } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';

const useStyles = makeStyles({
  words: { margin: 0 },
  group: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    width: '100%',
  },
  input: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly item: ItemView;
  readonly post: PostView;
  readonly status: 'unknown' | 'blocked';
  readonly of: 'question' | 'digest';
}

/** Asks the facilitator about a message of which nobody knows whether it came into the channel, or that Teams refused. */
export default function SettlePost({ item, post, status, of }: Props) {
  const text = useText();
  const styles = useStyles();
  const command = useCommand<Saw>((api, _, saw) => api.settle(item.id, post.key, saw));
  const isSending = command.state === 'sending';
  return (
    <Notice kind="plain">
      <p className={styles.words}>{text(`settle.${of}.${status}`)}</p>
      {status === 'unknown' && <Found send={(link) => command.run({ saw: 'there', link })} isSending={isSending} />}
      <div className={styles.group}>
        <Button disabledFocusable={isSending} onClick={() => command.run({ saw: 'notThere' })}>
          {text(status === 'unknown' ? 'settle.notThere' : 'settle.again')}
        </Button>
        <Button disabledFocusable={isSending} appearance="subtle" onClick={() => command.run({ saw: 'givenUp' })}>
          {text('settle.giveUp')}
        </Button>
      </div>
      {command.error && <p role="alert">{describeFailure(command.error, text)}</p>}
    </Notice>
  );
}

function Found({ send, isSending }: { readonly send: (link: string) => void; readonly isSending: boolean }) {
  const text = useText();
  const styles = useStyles();
  const id = useId();
  const [link, setLink] = useState('');
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        if (link.trim() === '') document.getElementById(id)?.focus();
        else send(link.trim());
      }}
    >
      <label htmlFor={id}>{text('settle.link')}</label>
      <Input id={id} className={styles.input} value={link} onChange={(_, { value }) => setLink(value)} />
      <div className={styles.group}>
        <Button type="submit" disabledFocusable={isSending}>
          {text('settle.there')}
        </Button>
      </div>
    </form>
  );
}
