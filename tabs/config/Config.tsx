import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { later, WhenLoaded } from '../app/later.tsx';
import type { HostContext } from '../host/host.ts';
import { ProblemPage } from '../app/ProblemPage.tsx';
import { useServices } from '../app/services.ts';

const ConfigForm = later(() => import('./ConfigForm.tsx'));

const useStyles = makeStyles({
  root: { maxWidth: '40rem' },
});

/** What Teams shows while somebody adds the tab. Teams' own button saves: first the committee, then the tab. */
export function Config() {
  const { host, text } = useServices();
  const styles = useStyles();
  const fit = fitOf(host.context);
  useEffect(() => {
    if (fit !== 'fits') host.allowSaving(false);
  }, [host, fit]);
  if (fit !== 'fits') return <ProblemPage problem={fit} />;
  return (
    <main className={styles.root}>
      <WhenLoaded fallback={<Spinner label={text('loading')} />}>
        <ConfigForm />
      </WhenLoaded>
    </main>
  );
}

/** Only a standard channel will do: elsewhere the team is not who can read along. */
function fitOf({ channel }: HostContext): 'fits' | 'noChannel' | 'otherChannel' {
  if (channel === undefined) return 'noChannel';
  return channel.kind === 'standard' ? 'fits' : 'otherChannel';
}
