import { Button } from '@fluentui/react-components';
import { Notice } from '../../app/Notice.tsx';
import type { KeptDraft } from './planDraft.ts';
import { usePlanText } from './usePlanText.ts';

/** Says that what stands in the form was begun earlier, and offers to begin again. */
export function Restored({ isRestored, beginAgain }: Pick<KeptDraft, 'isRestored' | 'beginAgain'>) {
  const text = usePlanText();
  if (!isRestored) return null;
  return (
    <Notice kind="plain">
      {text('prepare.restored')}
      <Button size="small" onClick={beginAgain}>
        {text('prepare.again')}
      </Button>
    </Notice>
  );
}
