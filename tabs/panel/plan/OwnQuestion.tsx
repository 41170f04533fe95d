import { Button, Field, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { atFault } from '../../app/atFault.ts';
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
  const wrong = isTooLong
    ? text('picker.own.tooLong', { limit: QUESTION_LIMIT, length: words.trim().length })
    : isBlank
      ? text('picker.own.blank')
      : undefined;
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
      <Field className={styles.growing} {...atFault(wrong, 'atOnce')}>
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            fieldRef.current = element;
          }}
          textarea={{ className: styles.area }}
          id={id}
          value={words}
          onChange={(_, { value }) => write(value)}
        />
      </Field>
      <div className={styles.row}>
        <Button onClick={addIt}>{text('picker.own.add')}</Button>
      </div>
    </div>
  );
}
