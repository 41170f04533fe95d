import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SetupView } from '#contract/responses';
import { ApiError } from '../api/errors.ts';
import { useAnnounce } from '../app/announce.tsx';
import { Notice } from '../app/Notice.tsx';
import { listOf } from '../app/listOf.ts';
import { useServices } from '../app/services.ts';
import { describeSetupFailure } from './describeSetupFailure.ts';
import { changesIn, isDone, outcomeOf, type Proposal } from './proposalTold.ts';
import type { Setup } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import type { SetupQuery } from './useSetupQuery.ts';
import { type SetupKey, type SetupText, useSetupText } from './useSetupText.ts';

interface Props {
  readonly view: SetupView;
  readonly query: Pick<SetupQuery, 'show'>;
  /** `form`: another button is the page's main one. */
  readonly beside?: 'form';
}

/** What was said of the proposal last, and of which revision of the setup. */
interface Said {
  readonly words: string;
  readonly revision: number | undefined;
}

/** A change that waits for both chairs, with yes and no for whoever is asked; and what became of it, whoever decided that. */
export function Waiting({ view, query, beside }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const announce = useAnnounce();
  const { setup } = view;
  const [seen, setSeen] = useState(setup);
  const [said, say] = useState<Said>();
  if (seen !== setup) {
    setSeen(setup);
    say(told(said, seen, setup, text));
  }
  useEffect(() => {
    if (said !== undefined) announce(said.words);
  }, [said, announce]);
  return (
    <>
      {said !== undefined && (
        <p role="status" className={styles.words}>
          {said.words}
        </p>
      )}
      {setup?.proposal && (
        <Proposed
          key={setup.revision}
          view={view}
          setup={setup}
          proposal={setup.proposal}
          query={query}
          {...(beside && { beside })}
          say={(key, revision) => say({ words: text(key), revision })}
        />
      )}
    </>
  );
}

/** What is said now that the setup is another: where they decided it themselves, that is said already. */
function told(said: Said | undefined, before: MaybeSetup, now: MaybeSetup, text: SetupText): Said | undefined {
  if (!before?.proposal || !now || now.proposal || said?.revision === now.revision) return said;
  return { words: outcomeOf(before, before.proposal, now, text), revision: now.revision };
}

type MaybeSetup = SetupView['setup'];

interface ProposedProps extends Props {
  readonly setup: Setup;
  readonly proposal: Proposal;
  readonly say: (said: SetupKey, revision: number | undefined) => void;
}

function Proposed({ view, setup, proposal, query, beside, say }: ProposedProps) {
  const text = useSetupText();
  const styles = useStyles();
  const { answer, failure, isSending } = useAnswer(query, setup.revision, proposal, say);
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
        {proposal.names !== setup.names && <span>{text('waiting.from')}</span>}
        {agreed.length > 0 && <span>{text('waiting.agreed', { names: listOf(agreed, text.language) })}</span>}
      </Notice>
      {view.isLocked && <p className={styles.words}>{text('waiting.locked')}</p>}
      {failure && <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>}
      {!view.isLocked && (
        <Answers
          view={view}
          proposal={proposal}
          isSending={isSending}
          answer={answer}
          appearance={beside === 'form' ? 'secondary' : 'primary'}
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
  readonly appearance: 'primary' | 'secondary';
  readonly className: string;
}

/** Whoever is asked says yes or no; whoever proposed it can take it back. */
function Answers({ view: { you }, proposal, isSending, answer, appearance, className }: AnswersProps) {
  const text = useSetupText();
  const isMine = proposal.by.person === you.person;
  if (!you.isAsked && !isMine) return null;
  return (
    <div className={className}>
      <Button disabledFocusable={isSending} onClick={() => answer(false)}>
        {text(isMine ? 'waiting.takeBack' : 'waiting.no')}
      </Button>
      {you.isAsked && (
        <Button appearance={appearance} disabledFocusable={isSending} onClick={() => answer(true)}>
          {text(isSending ? 'sending' : 'waiting.yes')}
        </Button>
      )}
    </div>
  );
}

function useAnswer({ show }: Props['query'], revision: number, proposal: Proposal, say: ProposedProps['say']) {
  const { api, committee } = useServices();
  const [failure, setFailure] = useState<Error>();
  const [isSending, setSending] = useState(false);
  /** Another was first: what stands now is shown, and what became of the press is said. */
  const showNow = async (): Promise<void> => {
    const now = await api.setup(committee);
    const isAgreed = now.setup !== undefined && isDone(proposal, now.setup);
    say(isAgreed ? 'waiting.late' : 'error.SetupChanged', now.setup?.revision);
    show(now);
  };
  const answer = async (agrees: boolean): Promise<void> => {
    if (isSending) return;
    setSending(true);
    try {
      const now = await api.answerProposal(committee, { revision, agrees });
      say(saidBy(agrees, now), now.setup?.revision);
      show(now);
    } catch (error) {
      setFailure(error as Error);
      if (error instanceof ApiError && error.code === 'SetupChanged') await showNow().catch(setFailure);
    } finally {
      setSending(false);
    }
  };
  return { answer: (agrees: boolean) => void answer(agrees), failure, isSending };
}

function saidBy(agrees: boolean, { setup }: SetupView): SetupKey {
  if (!agrees) return 'waiting.said.no';
  return setup?.proposal === undefined ? 'waiting.said.agreed' : 'waiting.said.yes';
}
