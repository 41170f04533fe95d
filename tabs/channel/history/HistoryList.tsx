import { Button, Input } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { HistoryItem } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { useServices } from '../../app/services.ts';
import { found } from './found.ts';
import { HistoryLine } from './HistoryLine.tsx';
import { useStyles } from './styles.ts';
import { type EndedItem, isDigestOpen } from './useHistory.ts';
import { useHistoryText } from './useHistoryText.ts';

/** So many lines stand there at first, and so many more come for each press. */
const PAGE = 20;
/** Milliseconds without a key after which the number of items found is said. */
const REST = 1_000;

interface Props {
  readonly items: readonly HistoryItem[];
  readonly ended: EndedItem | undefined;
}

/** The items that have ended, newest first, and a field that finds some of them as one types. */
export function HistoryList({ items, ended }: Props) {
  const text = useHistoryText();
  const styles = useStyles();
  const id = useId();
  const [words, setWords] = useState('');
  const [most, setMost] = useState(PAGE);
  const field = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    setWords('');
    field.current?.focus();
  };
  const matching = found(items, words);
  const search = words.trim();
  const outcome = search === '' ? '' : text('history.found', { count: matching.length, words: search });
  useSaid(outcome);
  const more = Math.min(matching.length - most, PAGE);
  return (
    <>
      <div className={styles.search}>
        <label htmlFor={id}>{text('history.search')}</label>
        <Input
          id={id}
          ref={(element: HTMLInputElement | null) => {
            field.current = element;
          }}
          className={styles.field}
          type="search"
          value={words}
          onChange={(_, { value }) => setWords(value)}
          contentAfter={
            words === '' ? null : (
              <Button
                appearance="transparent"
                size="small"
                className={styles.clear}
                aria-label={text('history.clear')}
                onClick={clear}
              >
                ×
              </Button>
            )
          }
        />
        {outcome !== '' && <p className={styles.subtle}>{outcome}</p>}
      </div>
      <ol className={styles.list}>
        {matching.slice(0, most).map((item) => (
          <HistoryLine key={item.meeting} item={item} isDigestOpen={isDigestOpen(item, ended)} />
        ))}
      </ol>
      {more > 0 && <Button onClick={() => setMost(most + PAGE)}>{text('history.more', { count: more })}</Button>}
    </>
  );
}

/** Said once the typing rests, and not for each key. */
function useSaid(sentence: string): void {
  const { after } = useServices();
  const announce = useAnnounce();
  useEffect(() => (sentence === '' ? undefined : after(REST, () => announce(sentence))), [sentence, after, announce]);
}
