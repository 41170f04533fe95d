import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetupView } from '#contract/responses';
import { ApiError } from '../api/errors.ts';
import { useAnnounce } from '../app/announce.tsx';
import { Notice } from '../app/Notice.tsx';
import { useServices } from '../app/services.ts';
import { describeSetupFailure } from './describeSetupFailure.ts';
import type { Setup } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import type { SetupQuery } from './useSetupQuery.ts';
import { type SetupKey, type SetupText, useSetupText } from './useSetupText.ts';

type Proposal = NonNullable<Setup['proposal']>;

interface Props {
  readonly view: SetupView;
  readonly query: Pick<SetupQuery, 'show' | 'again'>;
}

/** A change that waits for both chairs, with yes and no for whoever is asked. */
export function Waiting({ view, query }: Props) {
  const [said, say] = useState<SetupKey>();
  const text = useSetupText();
  const { setup } = view;
  if (setup?.proposal === undefined) return said === undefined ? null : <p role="status">{text(said)}</p>;
  return <Proposed key={setup.revision} view={view} setup={setup} proposal={setup.proposal} query={query} say={say} />;
}

interface ProposedProps extends Props {
  readonly setup: Setup;
  readonly proposal: Proposal;
  readonly say: (said: SetupKey) => void;
}

function Proposed({ view, setup, proposal, query, say }: ProposedProps) {
  const text = useSetupText();
  const styles = useStyles();
  const announce = useAnnounce();
  const { answer, failure, isSending } = useAnswer(query, setup.revision, (said) => {
    say(said);
    announce(text(said));
  });
  // For a chair who has left somebody else has spoken.
  const agreed = [setup.chair, setup.deputy].flatMap((one) =>
    one !== undefined && proposal.agreed.includes(one.person) && !view.left.includes(one.person) ? [one.name] : [],
  );
  return (
    <section className={styles.column} aria-label={text('waiting')}>
      <h2 className={styles.section}>{text('waiting')}</h2>
      <Notice kind="plain">
        {text('waiting.by', { name: proposal.by.name, at: new Date(proposal.at) })}
        <ul className={styles.list}>
          {changesIn(setup, proposal, text).map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        {text('waiting.ofBoth')}
        {agreed.length > 0 && <span>{text('waiting.agreed', { names: agreed.join(', ') })}</span>}
      </Notice>
      {view.isLocked && <p className={styles.words}>{text('waiting.locked')}</p>}
      {failure && <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>}
      {!view.isLocked && (
        <Answers
          view={view}
          proposal={proposal}
          isSending={isSending}
          answer={answer}
          className={mergeClasses(styles.row, styles.end)}
        />
      )}
    </section>
  );
}

interface AnswersProps {
  readonly view: SetupView;
  readonly proposal: Proposal;
  readonly isSending: boolean;
  readonly answer: (agrees: boolean) => void;
  readonly className: string;
}

/** Whoever is asked says yes or no; whoever proposed it can take it back. */
function Answers({ view: { you }, proposal, isSending, answer, className }: AnswersProps) {
  const text = useSetupText();
  const isMine = proposal.by.person === you.person;
  if (!you.isAsked && !isMine) return null;
  return (
    <div className={className}>
      <Button disabledFocusable={isSending} onClick={() => answer(false)}>
        {text(isMine ? 'waiting.takeBack' : 'waiting.no')}
      </Button>
      {you.isAsked && (
        <Button appearance="primary" disabledFocusable={isSending} onClick={() => answer(true)}>
          {text(isSending ? 'sending' : 'waiting.yes')}
        </Button>
      )}
    </div>
  );
}

function useAnswer({ show, again }: Props['query'], revision: number, tell: (said: SetupKey) => void) {
  const { api, committee } = useServices();
  const [failure, setFailure] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const answer = async (agrees: boolean): Promise<void> => {
    if (isSending) return;
    setSending(true);
    try {
      const now = await api.answerProposal(committee, { revision, agrees });
      tell(
        agrees ? (now.setup?.proposal === undefined ? 'waiting.said.agreed' : 'waiting.said.yes') : 'waiting.said.no',
      );
      show(now);
    } catch (error) {
      setFailure(error as Error);
      // Another was first: what waits now is shown.
      if (error instanceof ApiError && error.code === 'SetupChanged') again();
    } finally {
      setSending(false);
    }
  };
  return { answer: (agrees: boolean) => void answer(agrees), failure, isSending };
}

/** What would be other than it is, in words. */
function changesIn(setup: Setup, proposal: Proposal, text: SetupText): readonly string[] {
  const people = (
    [
      ['chair', 'who.chair'],
      ['deputy', 'who.deputy'],
      ['leads', 'waiting.leads'],
    ] as const
  ).flatMap(([seat, key]) =>
    setup[seat]?.person === proposal[seat]?.person
      ? []
      : [text(key, { name: proposal[seat]?.name ?? text('waiting.nobody') })],
  );
  return proposal.names === setup.names ? people : [...people, text(`waiting.names.${proposal.names}`)];
}
