import { Button } from '@fluentui/react-components';
import type { SetupView } from '#contract/responses';
import { Notice } from '../app/Notice.tsx';
import { describeNotSaved } from './describeSetupFailure.ts';
import { differences, type Draft, draftOf } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { toldOf } from './toldOf.ts';
import { isOvertaken, type SetupState } from './useSetup.ts';
import { useSetupText } from './useSetupText.ts';

interface Props {
  readonly state: SetupState;
  readonly view: SetupView;
  readonly draft: Draft;
}

/** What came of saving; where somebody else was first, what stands now beside what was typed. */
export function SaveOutcome({ state: { failure, saved, discard }, view, draft }: Props) {
  const text = useSetupText();
  if (failure !== undefined && isOvertaken(failure)) return <Overtaken view={view} draft={draft} discard={discard} />;
  if (failure !== undefined) return <Notice kind="trouble">{describeNotSaved(failure, draft, text)}</Notice>;
  if (saved === undefined) return null;
  const waits = saved === 'waiting' && view.setup?.proposal !== undefined;
  return <Notice kind="news">{text(waits ? 'setup.saved.waiting' : 'setup.saved')}</Notice>;
}

function Overtaken({ view, draft, discard }: Pick<Props, 'view' | 'draft'> & Pick<SetupState, 'discard'>) {
  const text = useSetupText();
  const styles = useStyles();
  const now = draftOf(view);
  const different = differences(draft, now);
  if (different.length === 0) return <Notice kind="news">{text('setup.changed.none')}</Notice>;
  return (
    <Notice kind="trouble">
      {text('setup.changed')}
      <ul className={styles.bullets}>
        {different.map((field) => (
          <li key={field}>
            {text('setup.for', { what: text(`setup.${field}`), where: toldOf(now, field, view, text) })}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={discard}>
        {text('setup.changed.keep')}
      </Button>
    </Notice>
  );
}
