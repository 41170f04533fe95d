import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useAnnounce } from '../app/announce.tsx';
import { Notice } from '../app/Notice.tsx';
import type { ShareToStage } from './useShareToStage.ts';
import { useStageText } from './useStageText.ts';

const useStyles = makeStyles({
  words: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What came of sharing to the stage. */
export default function Shared({ offer }: Pick<ShareToStage, 'offer'>) {
  const text = useStageText();
  const styles = useStyles();
  const announce = useAnnounce();
  useEffect(() => {
    if (offer === 'shared') announce(text('stage.shared'));
  }, [offer, announce, text]);
  if (offer === 'shared') return <p className={styles.words}>{text('stage.shared')}</p>;
  return offer === 'refused' && <Notice kind="trouble">{text('stage.notShared')}</Notice>;
}
