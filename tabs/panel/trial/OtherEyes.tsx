import type { TrialView } from '#contract/responses';
import type { CommitteeView, RoundView } from '../../api/views.ts';
import { Answers } from '../answers/Answers.tsx';
import { useStyles } from './styles.ts';
import { useTrialText } from './useTrialText.ts';

interface Props {
  readonly view: CommitteeView;
  readonly trial: NonNullable<TrialView['trial']>;
}

/** The trial answer in the very list that everybody sees real ones in, and what nobody sees. */
export function OtherEyes({ view, trial }: Props) {
  const text = useTrialText();
  const styles = useStyles();
  return (
    <section className={styles.eyes} aria-label={text('trial.seen')}>
      <h3 className={styles.subheading}>{text('trial.seen')}</h3>
      <p className={styles.words}>{text('trial.seen.what')}</p>
      <Answers round={roundOf(view, trial)} names={view.names} />
      {view.names === 'hidden' && <p className={styles.words}>{text('trial.seen.hidden')}</p>}
      <h3 className={styles.subheading}>{text('trial.unseen')}</h3>
      <ul className={styles.list}>
        <li>{text('trial.unseen.who')}</li>
        <li>{text('trial.unseen.deleted')}</li>
        <li>{text('trial.unseen.before')}</li>
      </ul>
    </section>
  );
}

/** As the server would tell of it to somebody else: without a name where the committee hides them. */
function roundOf({ names, you }: CommitteeView, { text, at }: Props['trial']): RoundView {
  return {
    id: 'trial',
    status: 'open',
    position: 1,
    of: 1,
    question: { text: '', points: [] },
    putAt: at,
    putBy: '',
    answers: [
      {
        id: 'trial',
        name: names === 'shown' ? you.name : undefined,
        mine: false,
        source: 'own',
        text,
        postedAt: at,
        edited: false,
        late: false,
        side: undefined,
      },
    ],
    post: { key: 'trial', status: 'sent' },
  };
}
