import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../app/announce.tsx';
import { Notice } from '../app/Notice.tsx';
import { useServices } from '../app/services.ts';
import { useStageText } from './useStageText.ts';

const useStyles = makeStyles({
  // Begins where the text begins.
  button: { alignSelf: 'flex-start', paddingLeft: 0, minWidth: 'auto' },
  words: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Shows the big screen on the stage of the meeting beside which the panel stands; absent where Teams does not offer it. */
export default function ToStage() {
  const { host } = useServices();
  const text = useStageText();
  const styles = useStyles();
  const announce = useAnnounce();
  const [offer, setOffer] = useState<'unknown' | 'offered' | 'shared' | 'refused'>('unknown');
  useEffect(() => {
    void host.canShareToStage().then((can) => can && setOffer('offered'));
  }, [host]);
  const share = (): void => {
    host.shareToStage(new URL('/tabs/stage.html', location.origin).href).then(
      () => {
        setOffer('shared');
        announce(text('stage.shared'));
      },
      () => setOffer('refused'),
    );
  };
  if (offer === 'unknown') return null;
  return (
    <>
      <Button className={styles.button} appearance="transparent" size="small" onClick={share}>
        {text('stage.share')}
      </Button>
      {offer === 'shared' && <p className={styles.words}>{text('stage.shared')}</p>}
      {offer === 'refused' && <Notice kind="trouble">{text('stage.notShared')}</Notice>}
    </>
  );
}
