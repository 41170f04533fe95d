import type { CommitteeView, RoundView } from '../api/views.ts';
import type { PanelText } from '../app/texts.ts';

/** What is told to those who listen: `at once` for what changes the dialogue, `soon` for numbers, which come in crowds. */
export type News = { readonly pace: 'atOnce' | 'soon'; readonly sentence: string };

/** What has happened between two views, as one sentence; undefined where nothing is worth hearing. */
export function newsOf(before: CommitteeView, now: CommitteeView, text: PanelText): News | undefined {
  const [then, item] = [before.item, now.item];
  if (item === undefined) return undefined;
  if (then?.id === item.id && then.status === 'open' && item.status === 'ended') return atOnce(text('news.ended'));
  return item.round && newsOfRound(then?.id === item.id ? then.round : undefined, item.round, text);
}

const atOnce = (sentence: string): News => ({ pace: 'atOnce', sentence });

function newsOfRound(before: RoundView | undefined, round: RoundView, text: PanelText): News | undefined {
  const count = round.answers.length;
  if (before?.id !== round.id) return atOnce(text('news.put', { question: round.question.text }));
  if (before.status === 'open' && round.status === 'closed') return atOnce(text('answers.closed', { count }));
  return count > before.answers.length ? { pace: 'soon', sentence: text('answers', { count }) } : undefined;
}
