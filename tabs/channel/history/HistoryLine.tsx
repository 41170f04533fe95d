import type { HistoryItem } from '../../api/views.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { listOf } from '../../app/listOf.ts';
import { dateOf } from './dateOf.ts';
import { MinutesRow } from './MinutesRow.tsx';
import { useStyles } from './styles.ts';
import { type HistoryText, useHistoryText } from './useHistoryText.ts';

/** One item in three lines: when it was with what came, what it was about, and what can be had of it. */
export function HistoryLine({ item }: { readonly item: HistoryItem }) {
  const text = useHistoryText();
  const styles = useStyles();
  const about = [
    dateOf(text, item.openedAt),
    ...(item.answers === undefined ? [] : [text('history.answers', { count: item.answers })]),
    ...themesOf(item, text),
  ];
  return (
    <li className={styles.line}>
      <p className={styles.subtle}>{about.join(' · ')}</p>
      <h3 className={styles.title}>{item.title}</h3>
      <MinutesRow
        item={item}
        first={item.digest !== undefined && <TeamsLink url={item.digest}>{text('history.digest')}</TeamsLink>}
      />
    </li>
  );
}

/** The themes, each once; an item may have taken up the committee's own questions alone. */
function themesOf({ questions }: HistoryItem, text: HistoryText): readonly string[] {
  const themes = new Set(questions.flatMap(({ theme }) => (theme === undefined ? [] : [theme.title])));
  return themes.size === 0 ? [] : [listOf([...themes], text.language)];
}
