import type { UnsettledView } from '#dialogue/postView';

/** What of a committee's a message of the bot's is that begins a thread, by its words. */
export function kindOf(words: string): UnsettledView['of'] {
  const said = words.trimStart();
  if (said.startsWith('Opsamling ·')) return 'digest';
  return said.startsWith('Til forberedelse') ? 'preparation' : 'question';
}
