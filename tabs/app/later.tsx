import { type ComponentType, lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';

/** How much has been loaded, or could not be: whoever waits for some of it looks again then. */
let arrived = 0;
const waiting = new Set<() => void>();

const arrivals = {
  count: () => arrived,
  watch: (look: () => void): (() => void) => {
    waiting.add(look);
    return () => waiting.delete(look);
  },
};

/** Tells `WhenLoaded` when it is there; React, which waits for the same, knows by then. */
export function awaited<T>(loading: Promise<T>): Promise<T> {
  const tell = (): void => {
    setTimeout(() => {
      arrived += 1;
      for (const look of waiting) look();
    });
  };
  loading.then(tell, tell);
  return loading;
}

/**
 * A part that loads when it is first shown, within `WhenLoaded`. What was loaded before, by `load`, is there at once.
 * @param read imports the part's module
 */
export function later<Props extends object>(read: () => Promise<{ readonly default: ComponentType<Props> }>) {
  let known: ComponentType<Props> | undefined;
  const load = async (): Promise<{ default: ComponentType<Props> }> => {
    const { default: part } = await read();
    known = part;
    return { default: part };
  };
  const Unknown: ComponentType<Props> = lazy(() => awaited(load()));
  function Later(props: Props) {
    // What is shown once is not shown anew when it is known.
    const [Part] = useState<ComponentType<Props>>(() => known ?? Unknown);
    return <Part {...props} />;
  }
  return Object.assign(Later, { load });
}

interface WaitingProps {
  /** Stands there until then; nothing where it is left out. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Shows parts once they are there. React's own boundary shows them 300 ms after the fallback at the earliest, which is long
 * for whoever has pressed a button; so it is drawn anew when something has come.
 */
export function WhenLoaded({ fallback = null, children }: WaitingProps) {
  useSyncExternalStore(arrivals.watch, arrivals.count);
  return <Suspense fallback={fallback}>{children}</Suspense>;
}
