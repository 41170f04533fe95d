import { QuietLink } from '../panel/second/QuietLink.tsx';
import Shared from './Shared.tsx';
import { useShareToStage } from './useShareToStage.ts';
import { useStageText } from './useStageText.ts';

/** Leads to the meeting's stage; absent where Teams does not offer it. */
export default function ToStage() {
  const text = useStageText();
  const { offer, share } = useShareToStage();
  if (offer === 'unknown') return null;
  return (
    <>
      <QuietLink turn={share} takesFocus={false} words={text('stage.share')} />
      <Shared offer={offer} />
    </>
  );
}
