import { Field, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { atFault } from '../../app/atFault.ts';
import { MINUTES } from '../../api/planLimits.ts';
import { minutesOf } from './checks.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly written: string;
  /** Of the question, from 1. */
  readonly position: number;
  readonly write: (minutes: string) => void;
}

/** How long the committee means to talk about a question. What is no number of minutes stays in the field, and is said. */
export function Minutes({ written, position, write }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  const wrong =
    minutesOf(written) === undefined
      ? text('picker.minutes.wrong', { least: MINUTES.least, most: MINUTES.most })
      : undefined;
  return (
    // By its own role it would be read at once, while a new number is being written.
    <Field {...atFault(wrong, 'withField')}>
      <div className={styles.beside}>
        <label htmlFor={id}>{text('picker.minutes')}</label>
        <Input
          id={id}
          className={styles.minutes}
          inputMode="numeric"
          autoComplete="off"
          aria-label={text('picker.minutes.label', { position })}
          value={written}
          onChange={(_, { value }) => write(value)}
        />
      </div>
    </Field>
  );
}
