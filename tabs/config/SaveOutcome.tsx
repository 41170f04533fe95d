import type { SetupView } from '#contract/responses';
import { Notice } from '../app/Notice.tsx';
import { describeSetupFailure } from './describeSetupFailure.ts';
import { differences, type Draft, draftOf, type Person } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { isOvertaken, type SetupState } from './useSetup.ts';
import { type SetupText, useSetupText } from './useSetupText.ts';

interface Props {
  readonly state: SetupState;
  readonly view: SetupView;
  readonly draft: Draft;
}

/** What came of saving; where somebody else was first, what stands now beside what was typed. */
export function SaveOutcome({ state: { failure, saved }, view, draft }: Props) {
  const text = useSetupText();
  if (failure !== undefined && isOvertaken(failure)) return <Overtaken now={draftOf(view)} draft={draft} />;
  if (failure !== undefined) return <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>;
  if (saved === undefined) return null;
  return <p role="status">{text(saved === 'waiting' ? 'setup.saved.waiting' : 'setup.saved')}</p>;
}

function Overtaken({ now, draft }: { readonly now: Draft; readonly draft: Draft }) {
  const text = useSetupText();
  const styles = useStyles();
  const different = differences(draft, now);
  return (
    <Notice kind="trouble">
      {text(different.length === 0 ? 'setup.changed.none' : 'setup.changed')}
      <ul className={styles.list}>
        {different.map((field) => (
          <li key={field}>{text('setup.for', { what: text(`setup.${field}`), where: told(now, field, text) })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a field of the setup says, in words. */
function told(now: Draft, field: keyof Draft, text: SetupText): string {
  if (field === 'level') return text(`level.${now.level}`);
  if (field === 'names') return text(`setup.names.${now.names}`);
  if (field === 'members' || field === 'substitutes') return listed(now[field], text);
  const value = now[field];
  return typeof value === 'object' ? value.name : (value ?? text('setup.nobody'));
}

const listed = (people: readonly Person[], text: SetupText): string =>
  people.length === 0 ? text('setup.nobody') : people.map(({ name }) => name).join(', ');
