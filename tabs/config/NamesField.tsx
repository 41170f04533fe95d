import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import { atFault } from '../app/atFault.ts';
import type { Draft } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';

interface Props {
  readonly names: Draft['names'];
  readonly isLocked: boolean;
  /** What is wrong with the choice, in words. */
  readonly wrong: string | undefined;
  readonly choose: (names: Draft['names']) => void;
}

/** Whether names stand at answers, and what that means. While nothing can be chosen, what holds is read as the seats are. */
export function NamesField({ names, isLocked, wrong, choose }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.part} {...(isLocked && { role: 'group', 'aria-labelledby': id })}>
      <span id={id} className={styles.label}>
        {text('setup.names')}
      </span>
      {isLocked ? (
        <p className={styles.words}>
          <Choice one={names} />
        </p>
      ) : (
        <Field {...atFault(wrong, 'withField')}>
          <RadioGroup
            aria-labelledby={id}
            value={names}
            onChange={(_, { value }) => choose(value === 'hidden' ? 'hidden' : 'shown')}
          >
            {(['shown', 'hidden'] as const).map((one) => (
              <Radio key={one} value={one} label={<Choice one={one} />} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}

function Choice({ one }: { readonly one: Draft['names'] }) {
  const text = useSetupText();
  const styles = useStyles();
  return (
    <>
      {text(`setup.names.${one}`)}
      <br />
      <span className={styles.hint}>{text(`setup.names.${one}.hint`)}</span>
    </>
  );
}
