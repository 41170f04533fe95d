import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SetupView } from '#contract/responses';
import { ApiError } from '../api/errors.ts';
import { useAnnounce } from '../app/announce.tsx';
import { ButtonRow } from '../app/ButtonRow.tsx';
import { Notice } from '../app/Notice.tsx';
import { listOf } from '../app/listOf.ts';
import { useServices } from '../app/services.ts';
import { describeSetupFailure } from './describeSetupFailure.ts';
import { agreedTo, changesIn, isDone, outcomeOf, type Proposal, spoken, type Told, toldIn } from './proposalTold.ts';
import type { Setup } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import type { SetupQuery } from './useSetupQuery.ts';
import { type SetupText, useSetupText } from './useSetupText.ts';

interface Props {
  readonly view: SetupView;
  readonly query: Pick<SetupQuery, 'show'>;
}

/** What was said of the proposal last, and of which revision of the setup. */
interface Said {
  readonly told: Told;
  readonly revision: number | undefined;
}

/** A change that waits for both chairs, with yes and no for whoever is asked; and what became of it, whoever decided that. */
export function Waiting({ view, query }: Props) {
  const text = useSetupText();
  const announce = useAnnounce();
  const { setup } = view;
  const [seen, setSeen] = useState(setup);
  const [said, say] = useState<Said>();
  if (seen !== setup) {
    setSeen(setup);
    say(saidNow(said, seen, setup, text));
  }
  useEffect(() => {
    if (said !== undefined) announce(spoken(said.told));
  }, [said, announce]);
  return (
    <>
      {said !== undefined && <Outcome told={said.told} />}
      {setup?.proposal && (
        <Proposed
          key={setup.revision}
          view={view}
          setup={setup}
          proposal={setup.proposal}
          query={query}
          say={(told, revision) => say({ told, revision })}
        />
      )}
    </>
  );
}

/** What is said now that the setup is another: where they decided it themselves, that is said already. */
function saidNow(said: Said | undefined, before: MaybeSetup, now: MaybeSetup, text: SetupText): Said | undefined {
  if (!before?.proposal || !now || now.proposal || said?.revision === now.revision) return said;
  return { told: outcomeOf(before, before.proposal, now, text), revision: now.revision };
}

type MaybeSetup = SetupView['setup'];

function Outcome({ told: { words, changes, after } }: { readonly told: Told }) {
  const styles = useStyles();
  return (
    <Notice kind="plain">
      <p className={styles.words}>{words}</p>
      {changes.length > 0 && <Changes changes={changes} />}
      {after.map((sentence) => (
        <p key={sentence} className={styles.words}>
          {sentence}
        </p>
      ))}
    </Notice>
  );
}

function Changes({ changes }: Pick<Told, 'changes'>) {
  const styles = useStyles();
  return (
    <ul className={styles.bullets}>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}

interface ProposedProps extends Props {
  readonly setup: Setup;
  readonly proposal: Proposal;
  readonly say: (told: Told, revision: number | undefined) => void;
}

function Proposed({ view, setup, proposal, query, say }: ProposedProps) {
  const text = useSetupText();
  const styles = useStyles();
  const { answer, failure, isSending } = useAnswer(query, setup, proposal, say);
  const { agreed, missing } = chairsIn(view, setup, proposal);
  return (
    <section className={styles.column} aria-label={text('waiting')}>
      <h2 className={styles.section}>{text('waiting')}</h2>
      <Notice kind="plain">
        {text('waiting.by', { name: proposal.by.name, at: new Date(proposal.at) })}
        <Changes changes={changesIn(setup, proposal, text)} />
        {text('waiting.ofBoth')}
        {proposal.names !== setup.names && <span>{text('waiting.from')}</span>}
        {agreed.length > 0 && <span>{text('waiting.agreed', { names: listOf(agreed, text.language) })}</span>}
        {missing.length > 0 && <span>{text('waiting.missing', { names: listOf(missing, text.language) })}</span>}
      </Notice>
      {view.isLocked && <p className={styles.words}>{text('waiting.locked')}</p>}
      {failure && <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>}
      {!view.isLocked && <Answers view={view} proposal={proposal} isSending={isSending} answer={answer} />}
    </section>
  );
}

/** Names of the chairs who have said yes, and of those who have not. For a chair who has left somebody else speaks. */
function chairsIn({ left }: SetupView, { chair, deputy }: Setup, { agreed }: Proposal) {
  const here = [chair, deputy].flatMap((one) => (one === undefined || left.includes(one.person) ? [] : [one]));
  const namesOf = (hasAgreed: boolean): readonly string[] =>
    here.flatMap(({ person, name }) => (agreed.includes(person) === hasAgreed ? [name] : []));
  return { agreed: namesOf(true), missing: namesOf(false) };
}

interface AnswersProps {
  readonly view: SetupView;
  readonly proposal: Proposal;
  readonly isSending: boolean;
  readonly answer: (agrees: boolean) => void;
}

/** Whoever is asked says yes or no, neither of them nearer at hand; whoever proposed it can take it back. */
function Answers({ view: { you }, proposal, isSending, answer }: AnswersProps) {
  const text = useSetupText();
  const isMine = proposal.by.person === you.person;
  if (!you.isAsked && !isMine) return null;
  return (
    <ButtonRow>
      <Button disabledFocusable={isSending} onClick={() => answer(false)}>
        {text(isMine ? 'waiting.takeBack' : 'waiting.no')}
      </Button>
      {you.isAsked && (
        <Button disabledFocusable={isSending} onClick={() => answer(true)}>
          {text(isSending ? 'sending' : 'waiting.yes')}
        </Button>
      )}
    </ButtonRow>
  );
}

function useAnswer({ show }: Props['query'], setup: Setup, proposal: Proposal, say: ProposedProps['say']) {
  const { api, committee } = useServices();
  const text = useSetupText();
  const [failure, setFailure] = useState<Error>();
  const [isSending, setSending] = useState(false);
  /** What stands is not what was shown: it is shown, and what became of the press is said. */
  const showNow = async (refused: ApiError): Promise<void> => {
    const now = await api.setup(committee);
    const isAgreed = now.setup !== undefined && isDone(proposal, now.setup);
    say(toldIn(isAgreed ? text('waiting.late') : describeSetupFailure(refused, text)), now.setup?.revision);
    setFailure(undefined);
    show(now);
  };
  const answer = async (agrees: boolean): Promise<void> => {
    if (isSending) return;
    setSending(true);
    try {
      const now = await api.answerProposal(committee, { revision: setup.revision, agrees });
      say(saidBy(agrees, now, setup, proposal, text), now.setup?.revision);
      show(now);
    } catch (error) {
      setFailure(error as Error);
      if (error instanceof ApiError && OUTDATED.includes(error.code)) await showNow(error).catch(setFailure);
    } finally {
      setSending(false);
    }
  };
  return { answer: (agrees: boolean) => void answer(agrees), failure, isSending };
}

/** Another was first, or whoever was asked is no chair any more. */
const OUTDATED: readonly ApiError['code'][] = ['SetupChanged', 'NotChair'];

function saidBy(agrees: boolean, now: SetupView, before: Setup, proposal: Proposal, text: SetupText): Told {
  if (!agrees) return toldIn(text('waiting.said.no'));
  return now.setup?.proposal === undefined ? agreedTo(before, proposal, text) : toldIn(text('waiting.said.yes'));
}
