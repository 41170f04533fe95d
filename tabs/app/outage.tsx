import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Outage {
  /** Notices on the page that say there is no connection. */
  readonly notices: number;
  /** One more stands, until what this gives is called. */
  readonly stand: () => () => void;
}

const none = (): void => undefined;
const OutageContext = createContext<Outage>({ notices: 0, stand: () => none });

/** Counts what says that there is no connection, so that the page does not say it twice. */
export function OutageCounter({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState(0);
  const stand = useCallback(() => {
    setNotices((count) => count + 1);
    return () => setNotices((count) => count - 1);
  }, []);
  const outage = useMemo(() => ({ notices, stand }), [notices, stand]);
  return <OutageContext value={outage}>{children}</OutageContext>;
}

/** What stands in a part that is not seen is not told. */
export function OutageUncounted({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  const outage = useContext(OutageContext);
  const uncounted = useMemo(() => ({ ...outage, stand: () => none }), [outage]);
  return <OutageContext value={when ? uncounted : outage}>{children}</OutageContext>;
}

/** Whether the page says somewhere already that there is no connection: beside what somebody wanted done. */
export const useIsOutageTold = (): boolean => useContext(OutageContext).notices > 0;

/** Counts a notice for as long as it stands. */
export function useOutageNotice(stands: boolean): void {
  const { stand } = useContext(OutageContext);
  useEffect(() => (stands ? stand() : undefined), [stands, stand]);
}
