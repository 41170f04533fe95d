import { chatOf, COMMITTEE, guid, type Person, people, TEAM } from '../teams/state.ts';

/** The Playground wants at least five people beside the one who is played: the team and one more. */
const EXTRA = 1;

/** The members of the stand-in's team, the first of them played. */
export const members = (): readonly [Person, ...Person[]] => {
  const [first, ...others] = people(EXTRA).filter(({ member }) => member);
  if (first === undefined) throw new Error('the team has no members');
  return [first, ...others];
};

/**
 * The Playground's own settings (`.m365agentsplayground.yml`, of which JSON is a part): the team, channel and people of the
 * stand-in, so that the stand-in's tokens and Graph fit what the Playground says.
 */
export function playgroundWorld(bot: { readonly id: string; readonly name: string }): string {
  const [first, ...others] = members();
  const { name, id, aadGroupId } = TEAM;
  return JSON.stringify({
    version: '0.1.0',
    tenantId: guid('tenant'),
    bot: { id: `28:${bot.id}`, name: bot.name },
    currentUser: userOf(first),
    users: others.map(userOf),
    personalChat: { id: chatOf(first, 'personal') },
    groupChat: { id: chatOf(first, 'groupChat'), name: 'Gruppechat' },
    team: { id, name, aadGroupId, channels: [{ id: COMMITTEE, name: 'Lokaludvalget' }] },
  });
}

const userOf = ({ mri: id, oid: aadObjectId, name, upn }: Person) => ({
  id,
  aadObjectId,
  name,
  givenName: name.split(' ')[0],
  surname: name.split(' ').slice(1).join(' '),
  email: upn,
  // The Playground's own spelling.
  userPrincipleName: upn,
});
