import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SetupView } from '#contract/responses';
import { Notice } from '../app/Notice.tsx';
import { useServices } from '../app/services.ts';
import { describeNotSaved } from './describeSetupFailure.ts';
import { SetupForm } from './SetupForm.tsx';
import { SetupShown } from './SetupShown.tsx';
import { useStyles } from './styles.ts';
import { type SetupState, useSetup } from './useSetup.ts';
import { useSetupText } from './useSetupText.ts';
import { Waiting } from './Waiting.tsx';

/** The committee's form under Teams' own button. The tab can be added also by who may not change it, and while it cannot be read. */
export default function ConfigForm() {
  const text = useSetupText();
  const styles = useStyles();
  const state = useSetup();
  const { view, draft, error } = state;
  useTeamsSave(state);
  return (
    <div className={styles.root}>
      <h1 className={styles.heading}>{text('setup')}</h1>
      {error !== null && (
        <Notice kind="trouble">
          {text('setup.later')}
          <Button onClick={state.again}>{text('again')}</Button>
        </Notice>
      )}
      {error === null && (view === undefined || draft === undefined) && <Spinner label={text('loading')} />}
      {view && draft && (
        <>
          <p className={styles.words}>
            {text('setup.fits')} {view.you.mayChange && text('setup.fill')}
          </p>
          <Waiting view={view} query={state} />
          {view.you.mayChange ? <SetupForm state={state} view={view} draft={draft} /> : <Reading view={view} />}
        </>
      )}
    </div>
  );
}

/** For whoever may not change it: what there is to do, and what stands there, if anybody has filled it in. */
function Reading({ view }: { readonly view: SetupView }) {
  const text = useSetupText();
  const styles = useStyles();
  if (view.setup === undefined) return <p className={styles.words}>{text('setup.mayAdd')}</p>;
  return (
    <>
      <p className={styles.words}>
        {text('setup.mayAdd.known')} {text('setup.mayNot')}
      </p>
      <SetupShown view={view} />
    </>
  );
}

/** Teams' button can be pressed only while what stands there can be saved, and the tab is added once it is. */
function useTeamsSave(state: SetupState): void {
  const { host } = useServices();
  const text = useSetupText();
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const { view, error, fault } = state;
  const mayBeSaved = error !== null || (view !== undefined && (!view.you.mayChange || fault === undefined));
  useEffect(() => {
    const page = host.context.meeting === undefined ? 'channel' : 'panel';
    const configuration = { contentUrl: `${location.origin}/tabs/${page}.html`, name: text('config.name') };
    host.offerConfiguration(configuration, async () => {
      const now = latest.current;
      const failure = now.view?.you.mayChange === true ? await now.save() : undefined;
      return failure && describeNotSaved(failure, now.draft, text);
    });
  }, [host, text]);
  useEffect(() => host.allowSaving(mayBeSaved), [host, mayBeSaved]);
}
