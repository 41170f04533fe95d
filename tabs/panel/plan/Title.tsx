import { Input } from '@fluentui/react-components';
import { useId } from 'react';
import { TITLE_LIMIT } from '../../api/limits.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly title: string;
  readonly write: (title: string) => void;
  /** What the item is called where the field stays empty. */
  readonly suggested: string;
}

/** What the item is called. */
export function Title({ title, write, suggested }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {text('open.title')}
      </label>
      <Input
        id={id}
        className={styles.input}
        maxLength={TITLE_LIMIT}
        placeholder={suggested}
        aria-describedby={`${id}-hint`}
        value={title}
        onChange={(_, { value }) => write(value)}
      />
      <p id={`${id}-hint`} className={styles.subtle}>
        {text('open.title.hint', { suggested })}
      </p>
    </div>
  );
}
