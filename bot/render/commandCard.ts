import type { Instant } from '#dialogue/instant';
import type { BotText } from './botText.ts';
import { cardOf, type Element, openLink, richText } from './cards.ts';
import type { Message } from './message.ts';
import { heading } from './plainText.ts';

/** What a command is answered with. Titles, questions and names are people's text. */
export type CommandAnswer =
  /** What the bot can do, to somebody who greeted it, asked for help, or said something else. */
  | { readonly type: 'help'; readonly to: 'hello' | 'help' | 'unknown' }
  | { readonly type: 'thanks' }
  /** `prepared`: the name of the item that is planned. */
  | { readonly type: 'nothingOpen'; readonly prepared?: string | undefined }
  | {
      readonly type: 'open';
      readonly title: string;
      readonly lead: string;
      /** The question that was put last; undefined before the first. */
      readonly round?:
        | {
            readonly status: 'open' | 'closed';
            readonly question: string;
            /** How many are known to have answered. */
            readonly people: number;
            /** How many answers are of nobody known. */
            readonly unnamed: number;
          }
        | undefined;
    }
  | { readonly type: 'noDigest' }
  /** `date`: when the item was opened. Without a `link` the digest is not in the channel (yet). */
  | {
      readonly type: 'digest';
      readonly title: string;
      readonly date: Instant;
      readonly link?: string | undefined;
    }
  | { readonly type: 'nothingToEnd' }
  | { readonly type: 'notFacilitator'; readonly lead: string }
  | { readonly type: 'notEnded'; readonly title: string }
  | { readonly type: 'ended'; readonly title: string; readonly digest: 'coming' | 'none' };

export interface CommandLinks {
  /** Deep link to the app's tab in the committee's channel. */
  readonly tab: string;
}

const TITLE_LIMIT = 200;
const NAME_LIMIT = 100;

/** The bot's answer to a mention: a few lines, and a button to where one goes on. */
export function commandCard(answer: CommandAnswer, links: CommandLinks, text: BotText): Message {
  const { lines, link } = contentOf(answer, text);
  const button = link ?? openLink(text('command.openTab'), links.tab);
  const [first = ''] = lines;
  return {
    card: cardOf(
      lines.map((line, index): Element => richText(line, index === 0 ? { weight: 'Bolder' } : {})),
      { actions: [button] },
    ),
    summary: first,
  };
}

interface Content {
  /** The first stands out, and is what a notification shows. */
  readonly lines: readonly string[];
  /** Where it leads; the tab where nothing is said. */
  readonly link?: ReturnType<typeof openLink> | undefined;
}

function contentOf(answer: CommandAnswer, text: BotText): Content {
  switch (answer.type) {
    case 'help':
      return { lines: help(answer, text) };
    case 'thanks':
      return { lines: [text('command.thanks')] };
    case 'nothingOpen':
      return { lines: nothingOpen(answer, text) };
    case 'open':
      return { lines: statusOf(answer, text) };
    case 'noDigest':
      return { lines: [text('command.digest.none')] };
    case 'digest':
      return digestOf(answer, text);
    default:
      return { lines: endingOf(answer, text) };
  }
}

type Ending = Extract<CommandAnswer, { type: 'nothingToEnd' | 'notFacilitator' | 'notEnded' | 'ended' }>;

/** What came of being asked to end the item. */
function endingOf(answer: Ending, text: BotText): readonly string[] {
  switch (answer.type) {
    case 'nothingToEnd':
      return [text('command.end.nothing')];
    case 'notFacilitator':
      return [text('command.end.notFacilitator', { name: heading(answer.lead, NAME_LIMIT) })];
    case 'notEnded':
      return [text('command.end.failed', titled(answer)), text('command.end.again')];
    case 'ended':
      return [text('command.end.done', titled(answer)), text(`command.end.digest.${answer.digest}`)];
  }
}

const titled = ({ title }: { readonly title: string }) => ({ title: heading(title, TITLE_LIMIT) });

const help = ({ to }: CommandAnswer & { type: 'help' }, text: BotText): readonly string[] => [
  text(`command.help.${to}`),
  ...text('command.help.words').split('\n'),
  text('command.help.answers'),
  text('command.help.tab'),
];

const nothingOpen = ({ prepared }: CommandAnswer & { type: 'nothingOpen' }, text: BotText): readonly string[] => [
  text('command.status.nothing'),
  ...(prepared === undefined ? [] : [text('command.status.prepared', titled({ title: prepared }))]),
  text('command.status.whoOpens'),
];

function statusOf({ title, lead, round }: CommandAnswer & { type: 'open' }, text: BotText): readonly string[] {
  const head = text('command.status.open', { ...titled({ title }), name: heading(lead, NAME_LIMIT) });
  if (round === undefined) return [head, text('command.status.notPut')];
  const { status, people, unnamed } = round;
  const counted =
    people === 0 && unnamed > 0
      ? text(`command.status.${status}.round`)
      : text(`command.status.round.${status}`, { count: people });
  const without = unnamed === 0 ? '' : ` ${text('command.status.unnamed', { count: unnamed })}`;
  return [head, heading(round.question), `${counted}${without}`];
}

function digestOf({ title, date, link }: CommandAnswer & { type: 'digest' }, text: BotText): Content {
  const values = { ...titled({ title }), at: new Date(date) };
  return link === undefined
    ? { lines: [text('command.digest.missing', values), text('command.digest.inTab')] }
    : { lines: [text('command.digest.newest', values)], link: openLink(text('command.digest.open'), link) };
}
