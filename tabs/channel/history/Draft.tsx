import { Button, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';

interface Props {
  readonly draft: string;
  /** `refused`: Teams or the browser keeps its clipboard to itself, so that it is copied by hand. */
  readonly was: 'copied' | 'refused';
  readonly putAway: () => void;
}

/** The draft to read, also where its digest does not hold all of it; to be copied by hand it is marked already. */
export function Draft({ draft, was, putAway }: Props) {
  const text = useHistoryText();
  const styles = useStyles();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (was === 'copied') return;
    field.current?.focus();
    field.current?.select();
  }, [draft, was]);
  return (
    <div className={styles.search}>
      <p id={`${id}-how`} className={styles.words}>
        {text(was === 'copied' ? 'history.copied' : 'history.copyYourself')}
      </p>
      <label htmlFor={id}>{text('history.draft')}</label>
      <Textarea
        id={id}
        ref={(element: HTMLTextAreaElement | null) => {
          field.current = element;
        }}
        aria-describedby={`${id}-how`}
        readOnly
        rows={8}
        resize="vertical"
        value={draft}
        onKeyDown={({ key }) => {
          if (key === 'Escape') putAway();
        }}
      />
      <div className={styles.row}>
        <Button size="small" onClick={putAway}>
          {text('history.putAway')}
        </Button>
      </div>
    </div>
  );
}
