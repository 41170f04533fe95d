import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NextView, PlannedView } from '../../api/views.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { useCommand } from '../../app/useCommand.ts';
import SettlePost from '../facilitator/SettlePost.tsx';
import { firstWords } from '../question/firstWords.ts';
import { RepliesSoFar } from '../plan/RepliesSoFar.tsx';
import { usePlanText } from '../plan/usePlanText.ts';
import { AskOnce } from './AskOnce.tsx';
import { useStyles } from './styles.ts';

interface Props {
  readonly next: NextView;
  readonly question: PlannedView;
}

/** Sends a question of the prepared item to the channel beforehand, and says where it stands since. */
export function SendAhead({ next, question }: Props) {
  const text = usePlanText();
  const [asks, setAsks] = useState<'nothing' | 'send'>('nothing');
  const { ahead } = question;
  const send = ahead === undefined ? 'ahead.send' : 'ahead.again';
  if (ahead !== undefined && !MAY_BE_SENT.has(ahead.status)) return <Sent next={next} ahead={ahead} />;
  if (asks === 'send') return <Sure next={next} question={question} keep={() => setAsks('nothing')} />;
  return (
    <>
      {ahead && <Sent next={next} ahead={ahead} />}
      <Button
        size="small"
        aria-label={text(`${send}.label`, { question: firstWords(question.text) })}
        onClick={() => setAsks('send')}
      >
        {text(send)}
      </Button>
    </>
  );
}

/** It stands in the channel no more. */
const MAY_BE_SENT: ReadonlySet<string> = new Set(['gone', 'dropped'] satisfies NonNullable<
  PlannedView['ahead']
>['status'][]);

/** Asks once: what is in the channel has been read by somebody. */
function Sure({ next, question, keep }: Props & { readonly keep: () => void }) {
  const text = usePlanText();
  const command = useCommand<string>((api, id, chosen) => api.sendAhead(next.id, id, chosen));
  return (
    <div role="group" aria-label={text('ahead.send')}>
      <AskOnce
        question={text('ahead.sure')}
        no={text('cancel')}
        yes={text('ahead.confirm')}
        command={command}
        keep={keep}
        confirm={() => command.run(question.id, keep)}
      />
    </div>
  );
}

function Sent({ next, ahead }: Pick<Props, 'next'> & { readonly ahead: NonNullable<PlannedView['ahead']> }) {
  const text = usePlanText();
  const styles = useStyles();
  const unsettled = next.unsettled.find(({ post }) => post.key === ahead.key);
  if (unsettled !== undefined) {
    // Nobody can answer in the panel before the question is put.
    return <SettlePost item={next} unsettled={unsettled} words={`settle.preparation.${unsettled.post.status}`} />;
  }
  if (ahead.status !== 'sent') {
    return (
      <p className={styles.subtle}>
        {text(STATUS[ahead.status])}
        <RepliesSoFar ahead={ahead} />
      </p>
    );
  }
  return (
    <p className={styles.subtle}>
      {text('ahead.sent')}
      <RepliesSoFar ahead={ahead} />{' '}
      {ahead.link !== undefined && <TeamsLink url={ahead.link}>{text('question.thread.read')}</TeamsLink>}
    </p>
  );
}

const STATUS = {
  sending: 'ahead.sending',
  unknown: 'ahead.sending',
  blocked: 'ahead.notThere',
  // It had been deleted in the channel, and whoever prepares did not want it sent once more.
  dropped: 'ahead.dropped',
  gone: 'ahead.gone',
} as const;
