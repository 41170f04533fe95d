import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { changeable, isSame } from './choices.ts';
import { forgetPlanDraft, readPlanDraft } from './planDraft.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';
import { Written } from './Written.tsx';

/** Somebody was changing the plan when another opened the item: what they wrote is theirs to use or to throw away. */
export default function UnsavedPlan({ item }: { readonly item: ItemView }) {
  const text = usePlanText();
  const styles = useStyles();
  const { drafts } = useServices();
  const [draft, setDraft] = useState(() => readPlanDraft(drafts, item.id));
  if (draft === undefined) return null;
  const stored = changeable(item.plan);
  const written = draft.choices.filter((choice) => !stored.some((other) => isSame(other, choice)));
  return (
    <Notice kind="plain">
      {text('unsaved', { name: item.lead.name })}
      {written.length > 0 && <Written choices={written} plan={item.plan} />}
      {draft.own.trim() !== '' && <p className={styles.words}>{draft.own}</p>}
      <Button
        size="small"
        onClick={() => {
          forgetPlanDraft(drafts, item.id);
          setDraft(undefined);
        }}
      >
        {text('unsaved.discard')}
      </Button>
    </Notice>
  );
}
