import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TrialView } from '#contract/responses';
import { atFault } from '../../app/atFault.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { CommitteeView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useGrowing } from '../../app/useGrowing.ts';
import { OtherEyes } from './OtherEyes.tsx';
import { useStyles } from './styles.ts';
import type { TrialState } from './useTrial.ts';
import { type TrialText, useTrialText } from './useTrialText.ts';

interface Props {
  readonly view: CommitteeView;
  readonly trial: TrialState;
  readonly stored: TrialView;
}

/** The first three steps: a trial answer is written, seen as others would see it, and deleted. */
export function TrialAnswer({ view, trial, stored }: Props) {
  const text = useTrialText();
  const styles = useStyles();
  return (
    <>
      <h2 className={styles.subheading}>{text('trial.question')}</h2>
      {stored.erasedAt !== undefined && <Erased stored={stored} at={stored.erasedAt} />}
      {stored.trial === undefined ? (
        <Write trial={trial} />
      ) : (
        <Stored view={view} trial={trial} stored={stored.trial} />
      )}
      {trial.failure && <Notice kind="trouble">{describeFailure(trial.failure, text)}</Notice>}
    </>
  );
}

function Write({ trial }: Pick<Props, 'trial'>) {
  const text = useTrialText();
  const styles = useStyles();
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string>();
  const fieldRef = useGrowing(words);
  const save = (): void => {
    if (words.trim() === '') setWrong(text('error.AnswerEmpty'));
    else if (words.length > ANSWER_LIMIT) setWrong(tooLong(words, text));
    else trial.save(words);
  };
  return (
    <>
      <Field label={{ children: text('trial.answer'), className: styles.label }} {...atFault(wrong, 'atOnce')}>
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            fieldRef.current = element;
          }}
          className={styles.field}
          textarea={{ className: styles.area }}
          value={words}
          onChange={(_, { value }) => {
            setWords(value);
            setWrong(undefined);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={trial.state === 'sending'} onClick={save}>
          <SendWords isSending={trial.state === 'sending'}>{text('trial.save')}</SendWords>
        </Button>
      </div>
    </>
  );
}

const tooLong = ({ length }: string, text: TrialText): string =>
  `${text('answer.tooLong', { limit: ANSWER_LIMIT })} ${text('answer.tooLong.by', { count: length - ANSWER_LIMIT })}`;

function Stored({ view, trial, stored }: Omit<Props, 'stored'> & { readonly stored: NonNullable<TrialView['trial']> }) {
  const text = useTrialText();
  const styles = useStyles();
  const [isSeen, see] = useState(false);
  const sentence = useNewlyTold(text('trial.stored', { at: new Date(stored.at) }));
  return (
    <>
      <p className={styles.own}>{stored.text}</p>
      <p ref={sentence} tabIndex={-1} className={styles.words}>
        {text('trial.stored', { at: new Date(stored.at) })}
      </p>
      {isSeen && <OtherEyes view={view} trial={stored} />}
      <ButtonRow>
        <Button
          appearance={isSeen ? 'primary' : 'secondary'}
          disabledFocusable={trial.state === 'sending'}
          onClick={trial.erase}
        >
          <SendWords isSending={trial.state === 'sending'}>{text('trial.erase')}</SendWords>
        </Button>
        {!isSeen && (
          <Button appearance="primary" onClick={() => see(true)}>
            {text('trial.see')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}

function Erased({ stored, at }: { readonly stored: TrialView; readonly at: string }) {
  const text = useTrialText();
  const after = text(stored.trial === undefined ? 'trial.erased.nothing' : 'trial.erased.stillThere');
  const told = `${text('trial.erased', { at: new Date(at) })} ${after}`;
  const sentence = useNewlyTold(told);
  return (
    <Notice kind="plain">
      <span ref={sentence} tabIndex={-1}>
        {told}
      </span>
    </Notice>
  );
}

/** What was pressed is gone when this stands there: it takes the focus, and is heard. */
function useNewlyTold(sentence: string) {
  const announce = useAnnounce();
  const part = useRef<HTMLParagraphElement & HTMLSpanElement>(null);
  useEffect(() => {
    announce(sentence);
    if (document.activeElement === document.body) part.current?.focus();
  }, [announce, sentence]);
  return part;
}
