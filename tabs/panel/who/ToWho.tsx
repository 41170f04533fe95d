import { useSetupText } from '../../config/useSetupText.ts';
import { QuietLink, type TurnProps } from '../second/QuietLink.tsx';

/** Leads to *Hvem kan se hvad?*. Waits for its sentences before it is anything. */
export default function ToWho(props: TurnProps) {
  const text = useSetupText();
  return <QuietLink {...props} words={text('who')} />;
}
