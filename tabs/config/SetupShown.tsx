import { makeStyles, tokens } from '@fluentui/react-components';
import type { SetupView } from '#contract/responses';
import { type Draft, draftOf } from './setupDraft.ts';
import { toldOf } from './toldOf.ts';
import { useSetupText } from './useSetupText.ts';

const FIELDS = [
  'name',
  'level',
  'material',
  'chair',
  'deputy',
  'leads',
  'names',
  'members',
  'substitutes',
] as const satisfies (keyof Draft)[];

const useStyles = makeStyles({
  root: { margin: 0 },
  what: { fontWeight: tokens.fontWeightSemibold },
  where: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

/** What the committee is, for those who may not change it. */
export function SetupShown({ view }: { readonly view: SetupView }) {
  const text = useSetupText();
  const styles = useStyles();
  const draft = draftOf(view);
  return (
    <dl className={styles.root}>
      {FIELDS.map((field) => (
        <div key={field}>
          <dt className={styles.what}>{text(`setup.${field}`)}</dt>
          <dd className={styles.where}>{toldOf(draft, field, view, text)}</dd>
        </div>
      ))}
    </dl>
  );
}
