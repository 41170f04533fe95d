/** What somebody can ask the bot for by mentioning it in the channel. */
export type MentionCommand = 'hello' | 'help' | 'thanks' | 'status' | 'digest' | 'end';

/** Danish and English are both understood whatever the team's language is: people copy what they saw elsewhere. */
const COMMANDS: Readonly<Record<string, MentionCommand>> = {
  hej: 'hello',
  hi: 'hello',
  hello: 'hello',
  hjælp: 'help',
  hjaelp: 'help',
  help: 'help',
  tak: 'thanks',
  'mange tak': 'thanks',
  thanks: 'thanks',
  'thank you': 'thanks',
  status: 'status',
  opsamling: 'digest',
  digest: 'digest',
  afslut: 'end',
  'afslut punktet': 'end',
  end: 'end',
  'end the item': 'end',
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
    .replace(/\s+/g, ' ')
    .toLowerCase();
  if (word === '') return 'help';
  return Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
}

/**
 * The command that somebody means who speaks to the bot where nothing is an answer: its first word, with what is said
 * around it. Ending takes the whole: »afslut ikke endnu« ends nothing.
 */
export function commandMeant(mention: string): MentionCommand | undefined {
  const [first = ''] = mention
    .replaceAll('&nbsp;', ' ')
    .trim()
    .split(/[\s,.!?:;]+/);
  const command = commandIn(mention) ?? commandIn(first);
  return command === 'end' ? commandIn(mention) : command;
}
