import { Button, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { TITLE_LIMIT } from '../../api/limits.ts';
import { Notice } from '../../app/Notice.tsx';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly title: string;
  readonly write: (title: string) => void;
  /** What somebody else has called it meanwhile. */
  readonly theirs?: string | undefined;
  /** What the item is called where the field stays empty. */
  readonly suggested: string;
}

/** What the item is called. */
export function Title({ title, write, theirs, suggested }: Props) {
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
      {theirs !== undefined && (
        <Notice kind="trouble">
          <p className={styles.words}>{text('theirs.title', { title: theirs })}</p>
          <Button size="small" onClick={() => write(theirs)}>
            {text('theirs.take')}
          </Button>
        </Notice>
      )}
      <p id={`${id}-hint`} className={styles.subtle}>
        {text('open.title.hint', { suggested })}
      </p>
    </div>
  );
}
