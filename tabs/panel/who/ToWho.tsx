import { Button } from '@fluentui/react-components';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSetupText } from '../../config/useSetupText.ts';
import { useStyles } from '../item/styles.ts';

interface Props {
  readonly turn: () => void;
  /** Whoever comes back finds the focus where they left. */
  readonly takesFocus: boolean;
}

/** Leads to *Hvem kan se hvad?*. Waits for its sentences before it is anything. */
export default function ToWho(props: Props) {
  const text = useSetupText();
  return <Way {...props} words={text('who')} />;
}

function Way({ turn, takesFocus, words }: Props & { readonly words: string }) {
  const styles = useStyles();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        buttonRef.current = element;
      }}
      className={styles.toMine}
      appearance="transparent"
      size="small"
      onClick={turn}
    >
      {words}
    </Button>
  );
}
