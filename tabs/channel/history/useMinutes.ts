import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Offline } from '../../api/errors.ts';
import type { HistoryItem } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { copyText } from '../../app/copyText.ts';
import { useOutageNotice } from '../../app/outage.tsx';
import { saveFile } from '../../app/saveFile.ts';
import { useServices } from '../../app/services.ts';
import { useHistoryText } from './useHistoryText.ts';

/** What came of copying an item's draft or saving it. `refused`: the clipboard was not to be had. */
export type MinutesState =
  | { readonly type: 'idle' | 'fetching' }
  | { readonly type: 'saved'; readonly name: string }
  | { readonly type: 'copied' | 'refused'; readonly draft: string }
  | { readonly type: 'failed'; readonly error: Error };

/** Milliseconds in which a second press takes the draft that the first one fetched: a press that waits may not copy everywhere. */
const FRESH = 30_000;

export function useMinutes({ meeting, openedAt }: Pick<HistoryItem, 'meeting' | 'openedAt'>) {
  const { api, after } = useServices();
  const text = useHistoryText();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [state, setState] = useState<MinutesState>({ type: 'idle' });
  useOutageNotice(state.type === 'failed' && state.error instanceof Offline);

  const attempt = async (run: () => Promise<MinutesState>): Promise<void> => {
    setState({ type: 'fetching' });
    try {
      setState(await run());
    } catch (error) {
      setState({ type: 'failed', error: error instanceof Error ? error : new Error('unknown') });
    }
  };

  const copy = async (): Promise<MinutesState> => {
    const { text: draft } = await client.query({
      queryKey: ['minutes', meeting],
      queryFn: () => api.minutes(meeting),
      staleTime: FRESH,
      networkMode: 'always',
      retry: false,
    });
    if (!(await copyText(draft))) return { type: 'refused', draft };
    announce(text('history.copied'));
    return { type: 'copied', draft };
  };

  const save = async (): Promise<MinutesState> => {
    const name = `referatpunkt-${openedAt.slice(0, 10)}.docx`;
    saveFile(await api.minutesDocument(meeting), name, after);
    announce(text('history.saved', { name }));
    return { type: 'saved', name };
  };

  return {
    state,
    copy: () => void attempt(copy),
    save: () => void attempt(save),
    putAway: () => setState({ type: 'idle' }),
  };
}
