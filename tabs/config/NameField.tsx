import { Field, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { atFault } from '../app/atFault.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';

interface Props {
  readonly name: string;
  /** What is wrong with it, in words. */
  readonly wrong: string | undefined;
  readonly write: (name: string) => void;
}

/** What the committee is called. */
export function NameField({ name, wrong, write }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.part}>
      <label className={styles.label} htmlFor={id}>
        {text('setup.name')}
      </label>
      <Field {...atFault(wrong, 'withField')}>
        <Input
          id={id}
          className={styles.field}
          autoComplete="off"
          value={name}
          onChange={(_, { value }) => write(value)}
        />
      </Field>
    </div>
  );
}
