import type { IMention, ITextBlock } from '@microsoft/teams.cards';
import type { BotText } from './botText.ts';
import { cardOf, openLink, richText } from './cards.ts';
import type { Message } from './message.ts';
import { heading } from './plainText.ts';

export interface Welcome {
  /** Who added the bot; `mri` is Teams' own id of them (`29:…`). */
  readonly by?: { readonly name: string; readonly mri: string } | undefined;
  /** How many can read along; undefined where that is not known. */
  readonly members?: number | undefined;
  readonly teamName?: string | undefined;
  /** Where the tab's two first pages are found; a channel in which the tab is not added yet shows Teams' own word for it. */
  readonly links: { readonly trial: string; readonly who: string };
}

const NAME_LIMIT = 100;
// What is left cannot be Markdown, a tag, an address or a date function.
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{N} .,'’()-]/gu;

/** What the bot says in a team once, when it has been added. */
export function welcomeCard({ by, members, teamName, links }: Welcome, text: BotText): Message {
  const name = by === undefined ? '' : heading(by.name.replaceAll(NOT_IN_NAMES, ''), NAME_LIMIT);
  const mention = `<at>${name}</at>`;
  const readers = members === undefined ? text('welcome.readersUnknown') : text('welcome.readers', { count: members });
  // Teams finds mentions in TextBlock and FactSet only, so this one sentence cannot stand in a run.
  const added: ITextBlock = { type: 'TextBlock', wrap: true, text: text('welcome.by', { name: mention }) };
  const entities: IMention[] =
    by === undefined || name === '' ? [] : [{ type: 'mention', text: mention, mentioned: { id: by.mri, name } }];
  return {
    card: cardOf(
      [
        richText(text('welcome.hello'), { size: 'Medium', weight: 'Bolder' }),
        ...(entities.length > 0 ? [added] : []),
        richText(readers),
        richText(text('welcome.tab')),
        richText(text('welcome.commands')),
        richText(text('welcome.reads')),
      ],
      {
        actions: [openLink(text('welcome.try'), links.trial), openLink(text('welcome.who'), links.who)],
        ...(entities.length > 0 && { msteams: { entities } }),
      },
    ),
    summary:
      teamName === undefined
        ? text('welcome.summaryUnnamed')
        : text('welcome.summary', { team: heading(teamName, NAME_LIMIT) }),
  };
}
