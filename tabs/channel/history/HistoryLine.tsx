import type { HistoryItem } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { dateOf } from './dateOf.ts';
import { MinutesRow } from './MinutesRow.tsx';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';

interface Props {
  readonly item: HistoryItem;
  /** Nothing is said of its digest while nobody knows whether it is there. */
  readonly isDigestOpen: boolean;
}

/** One item in three lines: when it was with what came, what it was about, and what can be had of it. */
export function HistoryLine({ item, isDigestOpen }: Props) {
  const text = useHistoryText();
  const styles = useStyles();
  const about = [
    dateOf(text, item.openedAt),
    ...(item.answers === undefined ? [] : [text('history.answers', { count: item.answers })]),
  ];
  const digest =
    item.digest === undefined ? (
      isDigestOpen || <span className={styles.subtle}>{text('history.noDigest')}</span>
    ) : (
      <TeamsLink url={item.digest}>{text('history.digest')}</TeamsLink>
    );
  return (
    <li className={styles.line}>
      <p className={styles.subtle}>
        {about.join(DOT)}
        <Themes item={item} />
      </p>
      <h3 className={styles.title}>{item.title}</h3>
      {item.erasedAt === undefined ? (
        <MinutesRow item={item} first={digest} />
      ) : (
        <>
          <p className={styles.subtle}>{text('history.erased', { date: dateOf(text, item.erasedAt) })}</p>
          {digest}
        </>
      )}
    </li>
  );
}

/** The themes, each once; an item may have taken up the committee's own questions alone. */
function Themes({ item: { questions } }: { readonly item: HistoryItem }) {
  const text = useHistoryText();
  const languages = new Map(questions.flatMap(({ theme }) => (theme ? [[theme.title, theme.language] as const] : [])));
  if (languages.size === 0) return null;
  const parts = new Intl.ListFormat(text.language).formatToParts(languages.keys());
  return (
    <>
      {DOT}
      {parts.map(({ type, value }, place) => (
        <span key={`${place} ${value}`} lang={type === 'element' ? languages.get(value) : undefined}>
          {value}
        </span>
      ))}
    </>
  );
}
