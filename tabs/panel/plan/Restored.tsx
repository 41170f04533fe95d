import { Button } from '@fluentui/react-components';
import { Notice } from '../../app/Notice.tsx';
import type { KeptDraft } from './planDraft.ts';
import { usePlanText } from './usePlanText.ts';

interface Props extends Pick<KeptDraft, 'isRestored' | 'beginAgain'> {
  /** What beginning again leads to: the plan as it is stored, or an empty form. */
  readonly to: 'stored' | 'nothing';
}

/** Says that what stands in the form was begun earlier, and offers to begin again. */
export function Restored({ isRestored, beginAgain, to }: Props) {
  const text = usePlanText();
  if (!isRestored) return null;
  return (
    <Notice kind="plain">
      {text('prepare.restored')}
      <Button size="small" onClick={beginAgain}>
        {text(to === 'stored' ? 'prepare.again.stored' : 'prepare.again')}
      </Button>
    </Notice>
  );
}
