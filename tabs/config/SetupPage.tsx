import { Button, mergeClasses, Spinner } from '@fluentui/react-components';
import { Notice } from '../app/Notice.tsx';
import { problemOf } from '../app/problem.ts';
import { useEscape } from '../app/useEscape.ts';
import { useFocusOnMount } from '../app/useFocusOnMount.ts';
import { useTitle } from '../app/useTitle.ts';
import { SetupForm } from './SetupForm.tsx';
import { SetupShown } from './SetupShown.tsx';
import { useStyles } from './styles.ts';
import { type SetupState, useSetup } from './useSetup.ts';
import { useSetupText } from './useSetupText.ts';
import { Waiting } from './Waiting.tsx';

/** *Udvalget og roller*: the same form with a button of its own, where Teams has none around it. */
export default function SetupPage({ back }: { readonly back: () => void }) {
  const text = useSetupText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const state = useSetup();
  useTitle(text('setup'));
  useEscape(true, back);
  return (
    <section className={styles.root} aria-label={text('setup')}>
      <Button className={styles.back} size="small" onClick={back}>
        {text('setup.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('setup')}
      </h1>
      <Content state={state} />
    </section>
  );
}

function Content({ state }: { readonly state: SetupState }) {
  const text = useSetupText();
  const styles = useStyles();
  const { view, draft, error } = state;
  if (error !== null) {
    return (
      <Notice kind="trouble">
        {text(`problem.${problemOf(error)}`)}
        <Button onClick={state.again}>{text('again')}</Button>
      </Notice>
    );
  }
  if (view === undefined || draft === undefined) return <Spinner label={text('loading')} />;
  if (!view.you.mayChange) {
    return (
      <>
        <p className={styles.words}>{text('setup.mayNot')}</p>
        <SetupShown view={view} />
      </>
    );
  }
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (state.fault === undefined) void state.save();
      }}
    >
      <p className={styles.words}>{text('setup.what')}</p>
      <Waiting view={view} query={state} />
      <SetupForm state={state} view={view} draft={draft} />
      <div className={mergeClasses(styles.row, styles.end)}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={state.saving === 'sending' || state.fault !== undefined}
        >
          {text(state.saving === 'sending' ? 'sending' : 'setup.save')}
        </Button>
      </div>
    </form>
  );
}
