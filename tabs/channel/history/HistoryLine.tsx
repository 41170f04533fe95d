import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { HistoryItem } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { dateOf } from './dateOf.ts';
import { Draft } from './Draft.tsx';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';
import { type MinutesState, useMinutes } from './useMinutes.ts';

/** One item: when it was, what it was about, how many answers came, and what can be had of it. */
export function HistoryLine({ item }: { readonly item: HistoryItem }) {
  const text = useHistoryText();
  const styles = useStyles();
  const { state, copy, save, putAway } = useMinutes(item);
  const copyButton = useRef<HTMLButtonElement>(null);
  const date = dateOf(text, item.openedAt);
  const isFetching = state.type === 'fetching';
  const names = { title: item.title, date };
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
      <div className={styles.row}>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            copyButton.current = element;
          }}
          size="small"
          aria-label={text('history.copy.label', names)}
          disabledFocusable={isFetching}
          onClick={copy}
        >
          {text('history.copy')}
        </Button>
        <Button
          size="small"
          aria-label={text('history.document.label', names)}
          disabledFocusable={isFetching}
          onClick={save}
        >
          {text('history.document')}
        </Button>
      </div>
      <Outcome
        state={state}
        putAway={() => {
          putAway();
          copyButton.current?.focus();
        }}
      />
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
  return themes.length === 0 ? null : <p className={styles.subtle}>{themes.join(', ')}</p>;
}

function Outcome({ state, putAway }: { readonly state: MinutesState; readonly putAway: () => void }) {
  const text = useHistoryText();
  const styles = useStyles();
  switch (state.type) {
    case 'idle':
      return null;
    case 'fetching':
      return <p className={styles.subtle}>{text('history.fetching')}</p>;
    case 'copied':
      return <p className={styles.words}>{text('history.copied')}</p>;
    case 'saved':
      return <p className={styles.words}>{text('history.saved', { name: state.name })}</p>;
    case 'refused':
      return <Draft draft={state.draft} putAway={putAway} />;
    case 'failed':
      return <Notice kind="trouble">{describeFailure(state.error, text)}</Notice>;
  }
}
