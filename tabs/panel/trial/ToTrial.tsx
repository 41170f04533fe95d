import { QuietLink, type TurnProps } from '../second/QuietLink.tsx';
import { useTrialText } from './useTrialText.ts';

/** A quiet way in for whoever has not seen the app before. */
export default function ToTrial(props: TurnProps) {
  const text = useTrialText();
  return <QuietLink {...props} words={text('trial')} />;
}
