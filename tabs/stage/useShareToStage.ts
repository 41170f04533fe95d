import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';

export interface ShareToStage {
  /** `unknown`: Teams does not offer the stage, or has not said so yet. */
  readonly offer: 'unknown' | 'offered' | 'shared' | 'refused';
  readonly share: () => void;
}

/** Shows the big screen on the stage of the meeting beside which the panel stands. */
export function useShareToStage(): ShareToStage {
  const { host } = useServices();
  const [offer, setOffer] = useState<ShareToStage['offer']>('unknown');
  useEffect(() => {
    if (host.context.frame === 'sidePanel') void host.canShareToStage().then((can) => can && setOffer('offered'));
  }, [host]);
  return {
    offer,
    share: () => {
      host.shareToStage(new URL('/tabs/stage.html', location.origin).href).then(
        () => setOffer('shared'),
        () => setOffer('refused'),
      );
    },
  };
}
