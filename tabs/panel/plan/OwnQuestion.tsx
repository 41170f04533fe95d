import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { QUESTION_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { useGrowing } from '../../app/useGrowing.ts';
import { isOwnTooLong } from './checks.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly words: string;
  readonly write: (words: string) => void;
  /** Adds what is written to the plan. */
  readonly add: () => void;
}

/** A question of the committee's own. */
export function OwnQuestion({ words, write, add }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const announce = useAnnounce();
  const id = useId();
  const fieldRef = useGrowing(words);
  const [asked, setAsked] = useState<'nothing' | 'blank'>('nothing');
  const isTooLong = isOwnTooLong(words);
  const isBlank = asked === 'blank' && words.trim() === '';
  const addIt = (): void => {
    fieldRef.current?.focus();
    setAsked(words.trim() === '' ? 'blank' : 'nothing');
    if (words.trim() === '' || isTooLong) return;
    add();
    announce(text('picker.own.added'));
  };
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {text('picker.own')}
      </label>
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          fieldRef.current = element;
        }}
        textarea={{ className: styles.area }}
        id={id}
        aria-invalid={isTooLong || isBlank}
        aria-describedby={isTooLong || isBlank ? `${id}-wrong` : undefined}
        value={words}
        onChange={(_, { value }) => write(value)}
      />
      {(isTooLong || isBlank) && (
        <p id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {isTooLong ? text('picker.own.tooLong', { limit: QUESTION_LIMIT }) : text('picker.own.blank')}
        </p>
      )}
      <div className={styles.row}>
        <Button onClick={addIt}>{text('picker.own.add')}</Button>
      </div>
    </div>
  );
}
