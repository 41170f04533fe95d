import type { HistoryItem } from '../../api/views.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { listOf } from '../../app/listOf.ts';
import { dateOf } from './dateOf.ts';
import { MinutesRow } from './MinutesRow.tsx';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';

/** One item: when it was, what it was about, how many answers came, and what can be had of it. */
export function HistoryLine({ item }: { readonly item: HistoryItem }) {
  const text = useHistoryText();
  const styles = useStyles();
  const date = dateOf(text, item.openedAt);
  return (
    <li className={styles.line}>
      <p className={styles.subtle}>
        {date}
        {item.answers !== undefined && ` · ${text('history.answers', { count: item.answers })}`}
      </p>
      <h3 className={styles.title}>{item.title}</h3>
      <Themes item={item} />
      {item.digest !== undefined && (
        <p className={styles.words}>
          <TeamsLink url={item.digest}>{text('history.digest')}</TeamsLink>
        </p>
      )}
      <MinutesRow item={item} />
    </li>
  );
}

/** The themes, each once; an item may have taken the committee's own questions alone. */
function Themes({ item }: { readonly item: HistoryItem }) {
  const text = useHistoryText();
  const styles = useStyles();
  const names = item.questions.flatMap(({ theme }) =>
    theme === undefined ? [] : [text('history.theme', { number: theme.number, title: theme.title })],
  );
  const themes = [...new Set(names)];
  return themes.length === 0 ? null : <p className={styles.subtle}>{listOf(themes, text.language)}</p>;
}
