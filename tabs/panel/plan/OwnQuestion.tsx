import { Button, Textarea } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { QUESTION_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { type Choice, ownChoice } from './choices.ts';
import { useStyles } from './styles.ts';

/** A question of the committee's own. */
export function OwnQuestion({ add }: { readonly add: (choice: Choice) => void }) {
  const text = useLeadText();
  const styles = useStyles();
  const announce = useAnnounce();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState('');
  const isTooLong = words.trim().length > QUESTION_LIMIT;
  const addIt = (): void => {
    field.current?.focus();
    if (words.trim() === '' || isTooLong) return;
    add(ownChoice(words.trim(), crypto.randomUUID()));
    setWords('');
    announce(text('picker.own.added'));
  };
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {text('picker.own')}
      </label>
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          field.current = element;
        }}
        id={id}
        value={words}
        onChange={(_, { value }) => setWords(value)}
      />
      {isTooLong && <Notice kind="trouble">{text('picker.own.tooLong', { limit: QUESTION_LIMIT })}</Notice>}
      <div className={styles.row}>
        <Button onClick={addIt}>{text('picker.own.add')}</Button>
      </div>
    </div>
  );
}
