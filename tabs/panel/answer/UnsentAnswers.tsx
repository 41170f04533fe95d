import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemView, PlannedView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Marked } from '../../app/Marked.tsx';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useServices, useText } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { firstWords } from '../question/firstWords.ts';
import { useStyles } from './styles.ts';

interface Props {
  readonly item: ItemView;
  /** The round whose field stands on the page and shows its own draft. */
  readonly except: string | undefined;
}

/** What somebody had written to earlier questions and not sent when these were closed: nothing disappears by itself. */
export default function UnsentAnswers({ item, except }: Props) {
  return item.plan
    .filter(({ status, round }) => status === 'closed' && round !== undefined && round !== except)
    .map((question) => <Unsent key={question.id} item={item} question={question} />);
}

function Unsent({ item, question }: { readonly item: ItemView; readonly question: PlannedView }) {
  const { drafts, text } = useServices();
  const styles = useStyles();
  const { round = '' } = question;
  const [draft, setDraft] = useState(() => drafts.read(item.id, round));
  const sending = useCommand<string>((api, command, words) =>
    api.answer(item.id, command, round, { text: words, over: 0 }),
  );
  const isSending = sending.state === 'sending';
  const discard = (): void => {
    drafts.write(item.id, round, '');
    setDraft('');
  };
  if (draft.trim() === '') return null;
  return (
    <Notice kind="plain">
      {/* One child of the notice, which sets its children apart. */}
      <span>
        <Marked
          words={text('answer.unsent', { question: firstWords(question.text) })}
          part={firstWords(question.text)}
          lang={question.theme?.language}
        />
      </span>
      <p className={styles.mine}>{draft}</p>
      <Failure error={sending.error} />
      <ButtonRow at="start">
        <Button disabledFocusable={isSending} onClick={() => sending.run(draft.trim(), discard)}>
          <SendWords isSending={isSending}>{text('answer.unsent.send')}</SendWords>
        </Button>
        <Button onClick={discard}>{text('answer.discard')}</Button>
      </ButtonRow>
    </Notice>
  );
}

function Failure({ error }: { readonly error: Error | null }) {
  const text = useText();
  return error && <p role="alert">{describeFailure(error, text)}</p>;
}
