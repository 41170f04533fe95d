/** What somebody can ask the bot for by mentioning it in the channel. */
export type MentionCommand = 'hello' | 'help' | 'status' | 'digest' | 'end';

/** Danish and English are both understood whatever the team's language is: people copy what they saw elsewhere. */
const COMMANDS: Readonly<Record<string, MentionCommand>> = {
  hej: 'hello',
  hi: 'hello',
  hello: 'hello',
  hjælp: 'help',
  hjaelp: 'help',
  help: 'help',
  status: 'status',
  opsamling: 'digest',
  digest: 'digest',
  afslut: 'end',
  end: 'end',
};

/**
 * The command that is the whole of what was said to the bot; undefined where it is something else. Who mentions the bot
 * and says nothing wants to know what it is for.
 */
export function commandIn(mention: string): MentionCommand | undefined {
  const word = mention
    .replaceAll('&nbsp;', ' ')
    .trim()
    .replace(/^\//, '')
    .replace(/[\s.!?]+$/, '')
    .toLowerCase();
  if (word === '') return 'help';
  return Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
}
