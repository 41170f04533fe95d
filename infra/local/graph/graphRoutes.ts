import { ok, page, Refusal, type Routes } from '../standIn/http.ts';
import { guid, type Message, TEAM } from '../teams/state.ts';
import { isGranted, type World } from '../teams/world.ts';

/** Microsoft Graph, of a team with the stand-in: who is in it, and what stands in a thread. */
export function graphRoutes(world: World): Routes {
  const { tenantId, graphUrl } = world.addresses;
  const allow = (permission: string, team: string): void => {
    if (!isGranted(world, permission)) throw new Refusal(403, 'Forbidden', 'Missing role permissions.');
    if (team !== TEAM.aadGroupId) throw new Refusal(404, 'NotFound', 'No team found with that group id.');
  };
  /** A page, with the address of the next. */
  const paged = <T>(
    all: T[],
    query: URLSearchParams,
    sizes: [least: number, usual: number, most: number],
    path: string,
    form: (one: T) => object,
  ) => {
    const { part, length, next } = page(all, query.get('$top'), sizes, query.get('$skiptoken'));
    const link = next && `${graphUrl}/${path}?$top=${length}&$skiptoken=${next}`;
    return ok({ '@odata.count': part.length, '@odata.nextLink': link, value: part.map(form) });
  };
  return {
    'GET teams/*/members': ({ params: [team = ''], query }) => {
      allow('TeamMember.Read.Group', team);
      const all = world.people.filter((person) => person.member);
      return paged(all, query, [1, 100, 999], `teams/${team}/members`, (person) => {
        const { oid: userId, name: displayName, upn: email, owner } = person;
        const [id, roles] = [Buffer.from(`${team}##${userId}`).toString('base64'), owner ? ['owner'] : []];
        const type = '#microsoft.graph.aadUserConversationMember';
        return { '@odata.type': type, id, roles, displayName, userId, email, tenantId };
      });
    },
    'GET teams/*/channels/*/messages': ({ params: [team = '', channel = ''], query }) => {
      allow('ChannelMessage.Read.Group', team);
      const starts = world.state.messages.filter(({ id, place, root }) => place === channel && id === root);
      // What was changed last comes first, as Graph lists them.
      const listed = starts.toSorted((left, right) => (changedAt(left) < changedAt(right) ? 1 : -1));
      const path = `teams/${team}/channels/${encodeURIComponent(channel)}/messages`;
      return paged(listed, query, [1, 20, 50], path, (message) => chatMessage(world, message));
    },
    'GET teams/*/channels/*/messages/*/replies': ({ params: [team = '', channel = '', root = ''], query }) => {
      allow('ChannelMessage.Read.Group', team);
      const thread = world.state.messages.filter((message) => message.place === channel && message.root === root);
      if (thread.length === 0) throw new Refusal(404, 'NotFound', 'The message is not there.');
      // Newest first, as Graph lists them.
      const replies = thread.filter(({ id }) => id !== root).reverse();
      const path = `teams/${team}/channels/${encodeURIComponent(channel)}/messages/${root}/replies`;
      return paged(replies, query, [1, 20, 50], path, (message) => chatMessage(world, message));
    },
  };
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const changedAt = ({ id, edited, modified }: Message): string =>
  modified ?? edited ?? new Date(Number(id)).toISOString();

/** A `chatMessage`, of the fields that its documents show. Deleted, it has no words any more. */
function chatMessage(world: World, message: Message): object {
  const { id, root, deleted, edited, modified } = message;
  const created = new Date(Number(id)).toISOString();
  return {
    id,
    replyToId: root === id ? null : root,
    messageType: 'message',
    createdDateTime: created,
    lastModifiedDateTime: changedAt(message),
    lastEditedDateTime: edited,
    deletedDateTime: deleted ? (modified ?? created) : null,
    from: writerOf(world, message),
    attachments: deleted ? [] : [...message.cards.map(cardIn), ...filesIn(message)],
    ...(deleted ? { body: { contentType: 'html', content: '' }, mentions: [] } : wordsOf(world, message)),
  };
}

/** A card stands in the text by its number. */
const cardIn = (card: object, index: number): object => ({
  id: String(index),
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: JSON.stringify(card),
});

const FILE = {
  contentType: 'reference',
  contentUrl: 'https://laerkeby.sharepoint.example/sites/med/Lokaludvalget/Referat.docx',
  content: null,
  name: 'Referat.docx',
  thumbnailUrl: null,
};

/** A channel's file lies in the team's SharePoint; it stands in the text by its id. */
const filesIn = ({ id, attached }: Message) => (attached === 'file' ? [{ id: guid(`file ${id}`), ...FILE }] : []);

/** A pasted picture, as an address of Graph's. */
function pictureIn(world: World, { id, place, root, attached }: Message): string {
  if (attached !== 'picture') return '';
  const message = root === id ? id : `${root}/replies/${id}`;
  const hosted = Buffer.from(`id=x_0-weu-d1-${id},type=1`).toString('base64url');
  const channel = `${world.addresses.graphUrl}/teams/${TEAM.aadGroupId}/channels/${place}`;
  const src = `${channel}/messages/${message}/hostedContents/${hosted}/$value`;
  return `<p><img src="${src}" width="250" height="250" alt="image" itemid="0-weu-d1-${id}"></p>`;
}

const botIn = ({ app, manifest }: World): object => ({
  id: app.id,
  displayName: manifest.name.short,
  applicationIdentityType: 'bot',
});

function writerOf(world: World, { from }: Message): object {
  const person = world.people.find(({ key }) => key === from);
  if (person === undefined) return { application: botIn(world), device: null, user: null };
  const user = { id: person.oid, displayName: person.name, userIdentityType: 'aadUser' };
  return { application: null, device: null, user };
}

/** The rich original, with a mention of the bot where there is one. */
function wordsOf(world: World, message: Message): object {
  const { text, html, mention, cards } = message;
  const name = world.manifest.name.short;
  const about = { id: 0, mentionText: name, mentioned: { application: botIn(world), device: null, user: null } };
  const at = mention ? `<at id="0">${escape(name)}</at>&nbsp;` : '';
  const ids = [...cards.keys(), ...filesIn(message).map(({ id }) => id)];
  const shown = pictureIn(world, message) + ids.map((id) => `<attachment id="${id}"></attachment>`).join('');
  const content = html ?? `<div>${at}${escape(text).replaceAll('\n', '<br>')}${shown}</div>`;
  return { body: { contentType: 'html', content }, mentions: mention ? [about] : [] };
}
