import type { SetupView } from '#contract/responses';
import { listOf } from '../app/listOf.ts';
import { useSetupText } from './useSetupText.ts';

interface Props extends Pick<SetupView, 'setup' | 'left'> {
  readonly className: string;
}

/** Else whoever reads that both must agree believes that nothing can be changed any more. */
export function ChairsLeft({ setup, left, className }: Props) {
  const text = useSetupText();
  const gone = [setup?.chair, setup?.deputy].flatMap((one) => (one && left.includes(one.person) ? [one.name] : []));
  if (gone.length === 0) return null;
  return <p className={className}>{text('who.oneLeft', { names: listOf(gone, text.language) })}</p>;
}
