import { Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import type { Draft } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';

interface Props {
  readonly names: Draft['names'];
  readonly isLocked: boolean;
  readonly choose: (names: Draft['names']) => void;
}

/** Whether names stand at answers, and what that means. */
export function NamesField({ names, isLocked, choose }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.part}>
      <span id={id} className={styles.label}>
        {text('setup.names')}
      </span>
      <RadioGroup
        aria-labelledby={id}
        value={names}
        disabled={isLocked}
        onChange={(_, { value }) => choose(value === 'hidden' ? 'hidden' : 'shown')}
      >
        {(['shown', 'hidden'] as const).map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <>
                {text(`setup.names.${one}`)}
                <br />
                <span className={styles.hint}>{text(`setup.names.${one}.hint`)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </div>
  );
}
