import type { SetupView } from '#contract/responses';
import { Notice } from '../app/Notice.tsx';
import { describeSetupFailure } from './describeSetupFailure.ts';
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
export function SaveOutcome({ state: { failure, saved }, view, draft }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  if (failure !== undefined && isOvertaken(failure)) return <Overtaken view={view} draft={draft} />;
  if (failure !== undefined) return <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>;
  if (saved === undefined) return null;
  const waits = saved === 'waiting' && view.setup?.proposal !== undefined;
  return (
    <p role="status" className={styles.words}>
      {text(waits ? 'setup.saved.waiting' : 'setup.saved')}
    </p>
  );
}

function Overtaken({ view, draft }: Pick<Props, 'view' | 'draft'>) {
  const text = useSetupText();
  const styles = useStyles();
  const now = draftOf(view);
  const different = differences(draft, now);
  return (
    <Notice kind="trouble">
      {text(different.length === 0 ? 'setup.changed.none' : 'setup.changed')}
      <ul className={styles.list}>
        {different.map((field) => (
          <li key={field}>
            {text('setup.for', { what: text(`setup.${field}`), where: toldOf(now, field, view, text) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
