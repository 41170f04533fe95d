import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { atFault } from '../../app/atFault.ts';
import type { SettlePost as Saw } from '../../api/api.ts';
import { ApiError } from '../../api/errors.ts';
import type { ItemView, UnsettledView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useSteady } from '../../app/useSteady.ts';
import { GiveUpSurely } from './GiveUpSurely.tsx';
import { type LeadKey, useLeadText } from './useLeadText.ts';

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
  /** Whether there is nothing else to do on the page: then what helps is the next step. */
  readonly isMain?: boolean;
}

/** What to do with the message, or whether to give it up; `what again`: they kept it. */
type Asks = 'what' | 'giveUp' | 'what again';

/** Asks the facilitator about a message of which nobody knows whether it came into the channel, or that Teams refused. */
export default function SettlePost({ item, unsettled, words, isMain = false }: Props) {
  const { post } = unsettled;
  const text = useLeadText();
  const styles = useStyles();
  const command = useFreshCommand<Saw>(
    (api, _, saw) => api.settle(item.id, post.key, saw),
    (reason) => describeFailure(reason, text),
  );
  const [asks, setAsks] = useState<Asks>('what');
  const turnTo = (next: Asks): void => {
    command.dismiss();
    setAsks(next);
  };
  // Where one of several is settled, the next one comes up to where it stood.
  const isSteady = useSteady(item.unsettled.map((each) => `${each.post.key} ${each.post.status} ${asks}`).join());
  const { error } = command;
  const wrong = error && describeFailure(error, text);
  const isOfLink = error instanceof ApiError && error.code === 'LinkUnreadable';
  return (
    <Notice kind={kindOf(post)}>
      {asks === 'giveUp' ? (
        <GiveUpSurely
          unsettled={unsettled}
          isSending={command.state === 'sending'}
          keep={() => turnTo('what again')}
          confirm={() => command.run({ saw: 'givenUp' })}
        />
      ) : (
        <>
          <p className={styles.words}>{text(words)}</p>
          <Ways
            isUnknown={post.status === 'unknown'}
            isMain={isMain}
            isReady={isSteady && command.state === 'idle'}
            run={command.run}
            wrongLink={isOfLink ? (wrong ?? undefined) : undefined}
            giveUp={() => turnTo('giveUp')}
            takesFocus={asks === 'what again'}
          />
        </>
      )}
      {wrong !== null && !isOfLink && (
        <p role="alert" className={styles.words}>
          {wrong}
        </p>
      )}
    </Notice>
  );
}

/** What was refused has gone wrong; what nobody knows of may be as it should. */
const kindOf = ({ status }: UnsettledView['post']) => (status === 'blocked' ? 'trouble' : 'plain');

interface WaysProps {
  readonly isUnknown: boolean;
  readonly isMain: boolean;
  readonly isReady: boolean;
  readonly run: (saw: Saw) => void;
  readonly wrongLink: string | undefined;
  readonly giveUp: () => void;
  /** Whoever did not give up finds the focus where they left. */
  readonly takesFocus: boolean;
}

/** What the facilitator may have seen in the channel. */
function Ways({ isUnknown, isMain, isReady, run, wrongLink, giveUp, takesFocus }: WaysProps) {
  const text = useLeadText();
  const styles = useStyles();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  return (
    <>
      {isUnknown && <Found send={(link) => run({ saw: 'there', link })} isReady={isReady} wrong={wrongLink} />}
      <div className={styles.group}>
        <Button
          // What helps where it is not known whether it stands there is for whoever looked to say.
          appearance={isMain && !isUnknown ? 'primary' : 'secondary'}
          disabledFocusable={!isReady}
          onClick={() => run({ saw: 'notThere' })}
        >
          {text(isUnknown ? 'settle.notThere' : 'settle.again')}
        </Button>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            buttonRef.current = element;
          }}
          disabledFocusable={!isReady}
          onClick={giveUp}
        >
          {text('settle.giveUp')}
        </Button>
      </div>
    </>
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
  const [isMissing, setMissing] = useState(false);
  const fault = isMissing ? text('settle.link.missing') : wrong;
  return (
    <form
      className={styles.found}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(link.trim() === '');
        if (link.trim() === '') document.getElementById(id)?.focus();
        else if (isReady) send(link.trim());
      }}
    >
      <Field label={text('settle.link')} {...atFault(fault, 'atOnce')}>
        <Input
          id={id}
          className={styles.input}
          value={link}
          onChange={(_, { value }) => {
            setLink(value);
            setMissing(false);
          }}
        />
      </Field>
      <div className={styles.group}>
        <Button type="submit" disabledFocusable={!isReady}>
          {text('settle.there')}
        </Button>
      </div>
    </form>
  );
}
