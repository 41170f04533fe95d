import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Notice } from './Notice.tsx';
import { useServices } from './services.ts';
import type { Problem } from './problem.ts';

const useStyles = makeStyles({
  // No wider than lines can be read.
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '40rem',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  words: { margin: 0 },
});

export interface ProblemProps {
  readonly problem: Problem;
  /** Tries again; absent where trying again does not help. */
  readonly again?: (() => void) | undefined;
}

/** The page where there is nothing else to show: what is wrong, and what to do about it. */
export function ProblemPage({ problem, again }: ProblemProps) {
  const { text } = useServices();
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <h1 className={styles.heading}>{text(`problem.${problem}.heading`)}</h1>
      <p className={styles.words}>{text(`problem.${problem}`)}</p>
      {problem === 'signIn' ? <SignIn done={again} /> : again && <Button onClick={again}>{text('again')}</Button>}
    </main>
  );
}

function SignIn({ done }: { readonly done: ProblemProps['again'] }) {
  const { text, host } = useServices();
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const ask = async (): Promise<void> => {
    setState('asking');
    try {
      await host.signIn();
      setState('idle');
      done?.();
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <Button appearance="primary" disabledFocusable={state === 'asking'} onClick={() => void ask()}>
        {text('signIn')}
      </Button>
      {state === 'refused' && <Notice kind="trouble">{text('signIn.refused')}</Notice>}
    </>
  );
}
