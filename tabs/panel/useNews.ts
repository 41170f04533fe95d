import { useEffect, useRef } from 'react';
import type { CommitteeView } from '../api/views.ts';
import { useAnnounce } from '../app/announce.tsx';
import { useText } from '../app/services.ts';
import { newsOf } from './news.ts';

/** Milliseconds in which numbers are gathered before they are told. */
const GATHERED = 5_000;

/** Tells what changes from view to view. The first view is read, not told. */
export function useNews(view: CommitteeView): void {
  const text = useText();
  const announce = useAnnounce();
  const before = useRef<CommitteeView>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const news = before.current && newsOf(before.current, view, text);
    before.current = view;
    if (news === undefined) return;
    clearTimeout(waiting.current);
    if (news.pace === 'atOnce') announce(news.sentence);
    else waiting.current = setTimeout(() => announce(news.sentence), GATHERED);
  }, [view, text, announce]);
  useEffect(() => () => clearTimeout(waiting.current), []);
}
