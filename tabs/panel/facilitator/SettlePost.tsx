import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { SettlePost as Saw } from '../../api/api.ts';
import { ApiError } from '../../api/errors.ts';
import type { ItemView, UnsettledView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { type LeadKey, useLeadText } from './useLeadText.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useSteady } from '../../app/useSteady.ts';

const useStyles = makeStyles({
  words: { margin: 0 },
  // One under the other, all as wide; as wide as their words, and beside each other, where there is room.
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '100%',
    '@media (min-width: 640px)': { flexDirection: 'row', flexWrap: 'wrap' },
  },
  found: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '40rem' },
  input: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly item: Pick<ItemView, 'id' | 'unsettled'>;
  readonly unsettled: UnsettledView;
  /** What is the matter, and what to do. */
  readonly words: LeadKey;
}

/** Asks the facilitator about a message of which nobody knows whether it came into the channel, or that Teams refused. */
export default function SettlePost({ item, unsettled: { post }, words }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const command = useFreshCommand<Saw>(
    (api, _, saw) => api.settle(item.id, post.key, saw),
    (reason) => describeFailure(reason, text),
  );
  // Where one of several is settled, the next one comes up to where it stood.
  const isSteady = useSteady(item.unsettled.map((each) => `${each.post.key} ${each.post.status}`).join());
  const isReady = isSteady && command.state === 'idle';
  const { error } = command;
  const isOfLink = error instanceof ApiError && error.code === 'LinkUnreadable';
  return (
    <Notice kind="plain">
      <p className={styles.words}>{text(words)}</p>
      {post.status === 'unknown' && (
        <Found
          send={(link) => command.run({ saw: 'there', link })}
          isReady={isReady}
          wrong={isOfLink ? describeFailure(error, text) : undefined}
        />
      )}
      <div className={styles.group}>
        <Button disabledFocusable={!isReady} onClick={() => command.run({ saw: 'notThere' })}>
          {text(post.status === 'unknown' ? 'settle.notThere' : 'settle.again')}
        </Button>
        <Button disabledFocusable={!isReady} appearance="subtle" onClick={() => command.run({ saw: 'givenUp' })}>
          {text('settle.giveUp')}
        </Button>
      </div>
      {error && !isOfLink && (
        <p role="alert" className={styles.words}>
          {describeFailure(error, text)}
        </p>
      )}
    </Notice>
  );
}

interface FoundProps {
  readonly send: (link: string) => void;
  readonly isReady: boolean;
  /** What was wrong with the link that was sent. */
  readonly wrong: string | undefined;
}

function Found({ send, isReady, wrong }: FoundProps) {
  const text = useLeadText();
  const styles = useStyles();
  const id = useId();
  const [link, setLink] = useState('');
  return (
    <form
      className={styles.found}
      onSubmit={(event) => {
        event.preventDefault();
        if (link.trim() === '') document.getElementById(id)?.focus();
        else if (isReady) send(link.trim());
      }}
    >
      <Field
        label={text('settle.link')}
        {...(wrong !== undefined && { validationState: 'error' as const, validationMessage: wrong })}
      >
        <Input id={id} className={styles.input} value={link} onChange={(_, { value }) => setLink(value)} />
      </Field>
      <div className={styles.group}>
        <Button type="submit" disabledFocusable={!isReady}>
          {text('settle.there')}
        </Button>
      </div>
    </form>
  );
}
