import { Button, Spinner } from '@fluentui/react-components';
import type { CommitteeView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { problemOf } from '../../app/problem.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useTitle } from '../../app/useTitle.ts';
import { Keys } from './Keys.tsx';
import { Next } from './Next.tsx';
import { useStyles } from './styles.ts';
import { TrialAnswer } from './TrialAnswer.tsx';
import { useTrial } from './useTrial.ts';
import { useTrialText } from './useTrialText.ts';

interface Props {
  readonly view: CommitteeView;
  readonly back: () => void;
}

/** *Prøv på ét minut*: answer, see it as others would, delete it, and know who holds the keys. */
export default function Trial({ view, back }: Props) {
  const text = useTrialText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const trial = useTrial();
  useTitle(text('trial'));
  useEscape(true, back);
  return (
    <section className={styles.root} aria-label={text('trial')}>
      <Button className={styles.back} size="small" onClick={back}>
        {text('trial.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('trial')}
      </h1>
      <p className={styles.words}>{text('trial.intro')}</p>
      {trial.view === undefined ? (
        <Nothing {...trial} />
      ) : (
        <TrialAnswer view={view} trial={trial} stored={trial.view} />
      )}
      <Keys />
      <Next view={view} />
    </section>
  );
}

/** Until it is there, or why it is not. */
function Nothing({ error, again }: Pick<ReturnType<typeof useTrial>, 'error' | 'again'>) {
  const text = useTrialText();
  if (error === null) return <Spinner label={text('loading')} />;
  const problem = problemOf(error);
  return (
    <Notice kind="trouble">
      {text(problem === 'offline' ? 'trial.offline' : `problem.${problem}`)}
      <Button appearance="primary" onClick={again}>
        {text('again')}
      </Button>
    </Notice>
  );
}
