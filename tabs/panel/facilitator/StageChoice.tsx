import { Button } from '@fluentui/react-components';
import { useStageText } from '../../stage/useStageText.ts';
import { useStyles } from './styles.ts';

/** Shows the big screen on the meeting's own stage, from the list behind ⋯. */
export default function StageChoice({ press }: { readonly press: () => void }) {
  const text = useStageText();
  const styles = useStyles();
  return (
    <Button className={styles.choice} appearance="subtle" onClick={press}>
      {text('stage.share')}
    </Button>
  );
}
