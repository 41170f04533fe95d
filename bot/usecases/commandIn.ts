import type { Language } from '#dialogue/meeting';

/** What somebody can ask the bot for by mentioning it in the channel. */
export type MentionCommand = 'hello' | 'help' | 'thanks' | 'status' | 'digest' | 'end';

/** What somebody said to the bot. `either`: a word that is the same in both languages; absent where nothing was said. */
export interface Understood {
  readonly command: MentionCommand;
  readonly language?: Language | 'either' | undefined;
}

const said = (language: Language | 'either', words: Readonly<Record<string, MentionCommand>>) =>
  Object.entries(words).map(([word, command]): [string, Understood] => [word, { command, language }]);

/** Danish and English are both understood whatever the team's language is: people copy what they saw elsewhere. */
const WORDS: ReadonlyMap<string, Understood> = new Map([
  ...said('da', {
    hej: 'hello',
    hjælp: 'help',
    hjaelp: 'help',
    tak: 'thanks',
    'mange tak': 'thanks',
    opsamling: 'digest',
    afslut: 'end',
    'afslut punktet': 'end',
  }),
  ...said('en', {
    hi: 'hello',
    hello: 'hello',
    help: 'help',
    thanks: 'thanks',
    'thank you': 'thanks',
    digest: 'digest',
    end: 'end',
    'end the item': 'end',
  }),
  ...said('either', { status: 'status' }),
]);

/**
 * The command that is the whole of what was said to the bot; undefined where it is something else. Who mentions the bot
 * and says nothing wants to know what it is for.
 */
export function commandIn(mention: string): Understood | undefined {
  const word = mention
    .replaceAll('&nbsp;', ' ')
    .trim()
    .replace(/^\//, '')
    .replace(/[\s.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return word === '' ? { command: 'help' } : WORDS.get(word);
}

/**
 * The command that somebody means who speaks to the bot where nothing is an answer: its first word, with what is said
 * around it. Ending takes the whole: »afslut ikke endnu« ends nothing.
 */
export function commandMeant(mention: string): Understood | undefined {
  const [first = ''] = mention
    .replaceAll('&nbsp;', ' ')
    .trim()
    .split(/[\s,.!?:;]+/);
  const meant = commandIn(mention) ?? commandIn(first);
  return meant?.command === 'end' ? commandIn(mention) : meant;
}
