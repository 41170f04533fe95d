import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { ErrorBody } from '#contract/responses';
import { isOfFirst } from './failure.ts';
import { Notice } from './Notice.tsx';
import { useText } from './services.ts';

interface News {
  readonly sentence: string;
  /** Where the dialogue is since then (`momentOf`). */
  readonly moment: string;
  /** Why what somebody pressed was not done. */
  readonly code: ErrorBody['code'];
}

interface Telling {
  readonly told: News | undefined;
  /** Tells that somebody was first; undefined takes it away. */
  readonly tell: (news: News | undefined) => void;
}

const TellingContext = createContext<Telling>({ told: undefined, tell: () => undefined });

/** What stands at the top of the page now, so that it is not said in another place too. */
export const useTold = (): Telling['told'] => useContext(TellingContext).told;

export const useTell = (): Telling['tell'] => useContext(TellingContext).tell;

/** Keeps what is told for the whole page: the part where somebody pressed is often gone once somebody else was first. */
export function Teller({ children }: { readonly children: ReactNode }) {
  const [told, tell] = useState<News>();
  return <TellingContext value={{ told, tell }}>{children}</TellingContext>;
}

const useStyles = makeStyles({ root: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 2 } });

/**
 * Stands at the top of the window until it is put away, something else is done, or the dialogue has gone on.
 * @param moment where the dialogue is now (`momentOf`)
 */
export function Told({ moment }: { readonly moment: string }) {
  const text = useText();
  const styles = useStyles();
  const { told, tell } = useContext(TellingContext);
  const seen = useRef<News>(undefined);
  useEffect(() => {
    // What is told may be heard before the view that goes with it is shown.
    if (told?.moment === moment) seen.current = told;
    else if (told !== undefined && seen.current === told) tell(undefined);
  }, [told, moment, tell]);
  if (told === undefined) return null;
  return (
    <div className={styles.root}>
      <Notice kind={isOfFirst(told.code) ? 'news' : 'trouble'}>
        {told.sentence}
        <Button size="small" onClick={() => tell(undefined)}>
          {text('putAway')}
        </Button>
      </Notice>
    </div>
  );
}
