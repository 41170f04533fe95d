import type { View } from '../api.ts';
import { host } from '../host.ts';
import type { TabKind } from '../state.ts';
import { drawCard } from './card.ts';
import { richText } from './markdown.ts';
type Message = View['messages'][number];
type Executed = { status: number; body: { statusCode?: number; value?: unknown } | null };
type Parts = (Node | string)[];
function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: object = {}, ...children: Parts) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}
const at = (id: string) => document.getElementById(id) ?? document.body;
const tell = (text: string) => at('status').replaceChildren(text);
const button = (label: string, act: () => unknown, isOn?: boolean) => {
  const onclick = () => void Promise.resolve(act()).catch(() => undefined); // a refusal has been told by then
  return h('button', { onclick, ariaPressed: isOn === undefined ? null : String(isOn) }, label);
};
/** A field, and a button for each way of sending what stands in it. */
const writer = (label: string, ways: Record<string, (text: string) => Promise<unknown>>, value = '') => {
  const field = h('textarea', { ariaLabel: label, placeholder: label, rows: 1, value });
  const clear = () => (field.value = '');
  const buttons = Object.entries(ways).map(([verb, send]) => button(verb, () => send(field.value).then(clear)));
  return h('div', { className: 'row' }, field, ...buttons);
};
const as = new URLSearchParams(location.search).get('as') ?? 'formand';
let view: View;
let [place, kind, stage, page] = ['', 'meeting' as TabKind, '', '']; // shared to the stage; of the tab, as a link named it
let app: ReturnType<typeof host> | undefined;
const drawn = new Map<string, { seen: string; node: HTMLElement }>();
const executed = new Map<string, { value: unknown; edited: string | null }>();
/** Calls the stand-in as the person; a refusal is told, and rejects. */
async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const init = body && { body: JSON.stringify({ as, ...body }) };
  const response = await fetch(`/api/${path}`, { method, ...init });
  const answer = JSON.parse((await response.text()) || '{}') as T & { error?: { message: string } };
  if (method !== 'GET' || !response.ok) tell(answer.error?.message ?? '');
  if (!response.ok) throw new Error(answer.error?.message);
  return answer;
}
function goTo(...next: [newPlace: string, newKind: TabKind, newStage?: string, newPage?: string]): void {
  [place, kind, stage = '', page = ''] = next;
  render();
}
/** Follows a link as Teams does: to a message, to the app's tab, or out. */
function open(url: string): boolean {
  const form = /^https:\/\/teams\.microsoft\.com\/l\/(message|entity)\/([^/?]+)\/([^/?]+)/;
  const [, what, channel = '', message = ''] = form.exec(url) ?? [];
  if (what === undefined) window.open(url, '_blank', 'noreferrer');
  const { subEntityId } = JSON.parse(new URL(url).searchParams.get('context') ?? '{}') as { subEntityId?: string };
  goTo(what === 'message' ? decodeURIComponent(channel) : place, what === 'entity' ? 'channel' : kind, '', subEntityId);
  document.getElementById(`m${message}`)?.focus();
  return true;
}
function cardsOf({ id, cards, edited }: Message): Parts {
  const { value, edited: then } = executed.get(id) ?? {}; // a card holds until the bot changes the message
  const execute = async (verb: string, data: object) => {
    const { status, body } = await api<Executed>('POST', `cards/${id}/execute`, { verb, data });
    const isGood = status === 200 && (body?.statusCode ?? 200) < 300;
    executed.set(id, { value: isGood ? body?.value : 'Noget gik galt. Prøv igen.', edited });
    render();
  };
  const shown = typeof value === 'object' && value !== null && then === edited ? [value] : cards;
  const nodes = shown.map((card) => drawCard(card, (verb, data) => void execute(verb, data), open));
  return [...nodes, h('div', { role: 'status' }, typeof value === 'string' ? value : '')];
}
function buttonsOf({ id, from, deleted, root, text, place: channel }: Message): Node[] {
  const query = new URLSearchParams({ tenantId: view.tenantId, groupId: view.team.aadGroupId, parentMessageId: root });
  const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${id}?${query.toString()}`;
  const copy = button('Kopiér link', () => navigator.clipboard.writeText(link).then(() => tell('Linket er kopieret.')));
  if (executed.has(id)) return [copy, button('Bring trykket igen', () => api('POST', `cards/${id}/again`, {}))];
  if (from !== as) return [copy];
  if (deleted) return [button('Fortryd sletning', () => api('POST', `messages/${id}/undelete`, {}))];
  const edit = writer('Ret beskeden', { Gem: (changed) => api('PUT', `messages/${id}`, { text: changed }) }, text);
  const remove = button('Slet', () => api('DELETE', `messages/${id}?as=${as}`));
  return [copy, remove, h('details', {}, h('summary', {}, 'Redigér'), edit)];
}
const wordsOf = ({ deleted, text, attached }: Message) =>
  deleted
    ? 'Denne besked er slettet.'
    : text + { picture: ' [billede]', file: ' [Referat.docx]', none: '' }[attached ?? 'none'];
function article(message: Message): HTMLElement {
  const { id, from, onBehalfOf, edited, deleted, format, mention } = message;
  const who = view.people.find(({ key }) => key === from)?.name ?? view.botName;
  const name = onBehalfOf === null ? who : `${onBehalfOf} via ${who}`;
  const time = new Date(Number(id)).toLocaleTimeString('da', { hour: '2-digit', minute: '2-digit' });
  const when = h('time', {}, edited === null ? time : `${time} · Redigeret`);
  const head = h('div', { className: 'row' }, h('strong', {}, name), when);
  const body = h('div', { innerHTML: richText(wordsOf(message), format) });
  if (mention && !deleted) body.prepend(h('strong', {}, `@${view.botName} `));
  const props = { id: `m${id}`, tabIndex: -1, ariaLabel: `${name} ${time}` };
  return h('article', props, head, body, ...cardsOf(message), h('div', { className: 'row' }, ...buttonsOf(message)));
}
/** Draws what is new or other than before, and so leaves alone what somebody is writing in. */
function drawMessage(message: Message): void {
  const { id, root } = message;
  const seen = JSON.stringify([message, executed.get(id)]);
  const known = drawn.get(id);
  if (known?.seen === seen) return;
  const [node, held] = [article(message), known?.node.contains(document.activeElement) === true];
  drawn.set(id, { seen, node });
  if (known) known.node.replaceWith(node);
  else if (root !== id) at(`r${root}`).append(node);
  else {
    const send = (attached?: string) => (text: string) => api('POST', `posts/${id}/replies`, { text, attached });
    const reply = writer('Svar i tråden', { Svar: send(), 'Med billede': send('picture'), 'Med fil': send('file') });
    at('threads').append(h('section', { className: 'thread' }, node, h('div', { id: `r${id}` }), reply));
  }
  if (held) node.focus();
}
function drawChannel(): void {
  const home = view.places.find(({ id }) => id === view.committee) ?? view.places[0];
  if (!view.places.some(({ id }) => id === place)) place = home?.id ?? '';
  const seen = [place, ...view.places.map(({ id }) => id)].join();
  if (at('channel').dataset['seen'] !== seen) {
    drawn.clear();
    at('channel').dataset['seen'] = seen;
    const options = view.places.map(({ id, name }) => h('option', { value: id, selected: id === place }, name));
    const choose = h('select', { ariaLabel: 'Kanal eller chat' }, ...options);
    choose.onchange = () => goTo(choose.value, kind);
    const send = (text: string) => api('POST', 'posts', { text, channel: place });
    const none = view.me.member ? '' : 'Du er ikke med i teamet og kan ikke se kanalen.';
    const [top, threads] = [h('div', { className: 'row' }, choose, none), h('div', { id: 'threads' })];
    at('channel').replaceChildren(top, threads, writer('Ny besked', { Send: send }));
  }
  view.messages.filter((message) => message.place === place).forEach(drawMessage);
}
function drawTools(): void {
  const [{ me, people, meeting, installed, theme }, { dataset, style }] = [view, document.documentElement];
  if (dataset['theme'] !== theme) app?.setTheme(theme);
  [dataset['theme'], style.colorScheme] = [theme, theme === 'default' ? 'light' : 'dark'];
  style.setProperty('--paper', theme === 'contrast' ? '#000' : '');
  const face = ({ key, name, title }: View['people'][number]) =>
    h('a', { href: `?as=${key}`, ariaCurrent: key === as ? 'page' : null }, `${name} (${title})`);
  const seen = JSON.stringify([people, meeting, installed, theme, kind, me.member]);
  if (at('tools').dataset['seen'] === seen) return; // else a click might fall between two buttons
  at('tools').dataset['seen'] = seen;
  at('faces').replaceChildren(...people.map(face));
  const act = (label: string, path: string) => button(label, () => api('POST', path, {}));
  const either = (isSo: boolean, yes: [string, string], no: [string, string]) => act(...(isSo ? yes : no));
  const themed = (label: string, is: string) => button(label, () => api('POST', 'theme', { theme: is }), theme === is);
  const show = (label: string, next: TabKind) => button(label, () => goTo(place, next), kind === next);
  const held = [...at('tools').children].indexOf(document.activeElement ?? document.body);
  at('tools').replaceChildren(
    either(meeting.started === null, ['Start mødet', 'meeting/start'], ['Slut mødet', 'meeting/end']),
    either(installed, ['Fjern appen', 'uninstall'], ['Installér appen', 'install']),
    either(me.member, ['Forlad teamet', 'team/leave'], ['Kom med i teamet', 'team/join']),
    ...[themed('Lyst tema', 'default'), themed('Mørkt tema', 'dark'), themed('Høj kontrast', 'contrast')],
    ...[show('Sidepanel i mødet', 'meeting'), show('Fane i kanalen', 'channel')],
  );
  at('tools').querySelectorAll('button')[held]?.focus(); // what was pressed is another button now, in the same place
}
/** Each button stands for a switch by its name. */
function drawSwitches(): void {
  for (const one of document.querySelectorAll<HTMLButtonElement>('#switches button')) {
    const is = view.switches[one.name as keyof View['switches']];
    const other = is === 'camel' ? 'pascal' : is === 'pascal' ? 'camel' : !is;
    // Its words say what holds where it is pressed.
    one.ariaPressed = String(is === true || is === 'camel');
    one.onclick = () => void api('PUT', 'switches', { [one.name]: other }).catch(() => undefined);
  }
}
function context() {
  const { me, theme, team, committee, tenantId: tid, meeting, tabs } = view;
  const ids = { userObjectId: me.oid, userPrincipalName: me.upn, loginHint: me.upn, tid };
  const channel = { teamId: team.id, groupId: team.aadGroupId, channelId: committee, channelType: 'Regular' };
  const tab = { entityId: tabs[kind]?.settings?.entityId ?? '', subEntityId: page, locale: 'da-dk', theme };
  return { ...tab, ...ids, ...channel, ...(kind === 'meeting' ? { meetingId: meeting.id } : {}) };
}
function drawApp(): void {
  const tab = stage === '' ? view.tabs[kind] : { src: stage, frameContext: 'meetingStage', settings: {} };
  const next = [kind, stage, page, tab?.src].join(' ');
  if (at('app').dataset['shows'] === next) return;
  at('app').dataset['shows'] = next;
  at('main').style.gridTemplateColumns = kind === 'meeting' && stage === '' ? '1fr 280px' : '340px 1fr';
  app?.close();
  const held = at('app').contains(document.activeElement); // by the button or the frame that goes
  at('app').replaceChildren('Appen er ikke installeret, eller den har ingen fane her.');
  if (tab === null) return;
  const { src, frameContext, settings } = tab;
  const frame = h('iframe', { title: 'Appen', src, frameBorder: '0' });
  const save = button('Gem', () => app?.save());
  save.disabled = true;
  at('app').replaceChildren(frame, settings === null ? h('div', { className: 'row' }, save) : '');
  if (held) frame.focus();
  app = host(frame, {
    origin: new URL(src).origin,
    frameContext,
    context,
    token: async () => (await api<{ token: string }>('GET', `token?as=${as}`)).token,
    settings: () => view.tabs[kind]?.settings ?? {},
    save: (saved) => api('PUT', `tabs/${kind}`, saved),
    openLink: open,
    stage: (url) => view.meeting.stage && (url === undefined || (goTo(place, kind, url), true)),
    onValidity: (canSave) => (save.disabled = !canSave),
    onProblem: (why) => tell(`Appen melder fejl: ${why}`),
  });
}
const render = () => [drawTools, drawSwitches, drawChannel, drawApp].forEach((draw) => draw());
const refresh = async () => {
  view = await api<View>('GET', `state?as=${as}`);
  render();
};
let refreshing = Promise.resolve(); // one after the other, so that an older answer never comes last
new EventSource('/api/changes').onmessage = () => (refreshing = refreshing.then(refresh, refresh));
