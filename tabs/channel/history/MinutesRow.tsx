import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import { Offline } from '../../api/errors.ts';
import type { HistoryItem } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { dateOf } from './dateOf.ts';
import { Draft } from './Draft.tsx';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';
import { type MinutesState, useMinutes } from './useMinutes.ts';

interface Props {
  readonly item: Pick<HistoryItem, 'meeting' | 'title' | 'openedAt'>;
  /** `copy`: beside a meeting, where the words are wanted in the minutes that are open already. */
  readonly forms?: 'both' | 'copy';
  /** What else can be had of the item: first in the row. */
  readonly first?: ReactNode;
}

/** The draft of what the minutes say of an item: to copy, or as a document. */
export function MinutesRow({ item, forms = 'both', first }: Props) {
  const text = useHistoryText();
  const { state, copy, save, putAway } = useMinutes(item);
  const copyButton = useRef<HTMLButtonElement>(null);
  const isFetching = state.type === 'fetching';
  const names = { title: item.title, date: dateOf(text, item.openedAt) };
  return (
    <>
      <ButtonRow at="start" beside={first}>
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
        {forms === 'both' && (
          <Button
            size="small"
            aria-label={text('history.document.label', names)}
            disabledFocusable={isFetching}
            onClick={save}
          >
            {text('history.document')}
          </Button>
        )}
      </ButtonRow>
      <Outcome
        state={state}
        putAway={() => {
          putAway();
          copyButton.current?.focus();
        }}
      />
    </>
  );
}

function Outcome({ state, putAway }: { readonly state: MinutesState; readonly putAway: () => void }) {
  const text = useHistoryText();
  const styles = useStyles();
  switch (state.type) {
    case 'idle':
      return null;
    case 'fetching':
      return <p className={styles.subtle}>{text('history.fetching')}</p>;
    case 'saved':
      return <Notice kind="plain">{text('history.saved', { name: state.name })}</Notice>;
    case 'copied':
    case 'refused':
      return <Draft draft={state.draft} was={state.type} putAway={putAway} />;
    case 'failed':
      return (
        <Notice kind="trouble">
          {state.error instanceof Offline ? text('history.notFetched') : describeFailure(state.error, text)}
        </Notice>
      );
  }
}
