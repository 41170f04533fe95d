import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { HostContext } from '../host/host.ts';
import { useServices } from '../app/services.ts';

const useStyles = makeStyles({
  root: { maxWidth: '32rem' },
  words: {
    margin: 0,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
});

/** What Teams shows while somebody adds the tab: one sentence. Teams' own button saves. */
export function Config() {
  const { host, text } = useServices();
  const styles = useStyles();
  const fit = fitOf(host.context);
  useEffect(() => {
    if (fit !== 'fits') return;
    const page = host.context.meeting === undefined ? 'channel' : 'panel';
    host.offerConfiguration({ contentUrl: `${location.origin}/tabs/${page}.html`, name: text('config.name') });
  }, [host, text, fit]);
  return (
    <main className={styles.root}>
      <h1 className={styles.words}>{text(`config.${fit}`)}</h1>
    </main>
  );
}

/** Only a standard channel will do: elsewhere the team is not who can read along. */
function fitOf({ channel }: HostContext): 'fits' | 'noChannel' | 'otherChannel' {
  if (channel === undefined) return 'noChannel';
  return channel.kind === 'standard' ? 'fits' : 'otherChannel';
}
