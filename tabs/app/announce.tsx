import { makeStyles } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useState } from 'react';

/** Says a sentence to those who listen rather than look, when they have come to a rest. */
export type Announce = (sentence: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

export const useAnnounce = (): Announce => useContext(AnnounceContext);

const useStyles = makeStyles({
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The page's one live region. It is there, empty, before anything is said: later ones are not heard by all readers. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [said, say] = useState('');
  return (
    <AnnounceContext value={say}>
      {children}
      <div role="status" className={styles.unseen}>
        {said}
      </div>
    </AnnounceContext>
  );
}
