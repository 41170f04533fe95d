import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Notice } from './Notice.tsx';
import { useText } from './services.ts';

interface Telling {
  readonly told: string | undefined;
  /** Tells that somebody was first; undefined takes it away. */
  readonly tell: (sentence: string | undefined) => void;
}

const TellingContext = createContext<Telling>({ told: undefined, tell: () => undefined });

export const useTell = (): Telling['tell'] => useContext(TellingContext).tell;

/** Keeps what is told for the whole page: the part where somebody pressed is often gone once somebody else was first. */
export function Teller({ children }: { readonly children: ReactNode }) {
  const [told, tell] = useState<string>();
  return <TellingContext value={{ told, tell }}>{children}</TellingContext>;
}

const useStyles = makeStyles({ root: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 2 } });

/** Stands at the top of the window until it is put away, or something else is done. */
export function Told() {
  const text = useText();
  const styles = useStyles();
  const { told, tell } = useContext(TellingContext);
  if (told === undefined) return null;
  return (
    <div className={styles.root}>
      <Notice kind="trouble">
        {told}
        <Button size="small" onClick={() => tell(undefined)}>
          {text('putAway')}
        </Button>
      </Notice>
    </div>
  );
}
