import type { PlannedView } from '../../api/views.ts';
import { usePlanText } from './usePlanText.ts';

/** How many have replied to a question since it was sent out beforehand; of what is gone, only where somebody had. */
export function RepliesSoFar({ ahead }: { readonly ahead: PlannedView['ahead'] }) {
  const text = usePlanText();
  const isOut = ahead?.status === 'sent' || (ahead?.status === 'gone' && ahead.replies !== 0);
  if (!isOut || ahead.replies === undefined) return null;
  return <> {text('ahead.replies', { count: ahead.replies })}</>;
}
