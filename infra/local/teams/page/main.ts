import type { View } from '../api.ts';
import { host } from '../host.ts';
import type { TabKind } from '../state.ts';
import { drawCard, richText } from './card.ts';

type Message = View['messages'][number];
type Tags = HTMLElementTagNameMap;
const as = new URLSearchParams(location.search).get('as') ?? 'formand';
const at = (id: string) => document.getElementById(id) ?? document.body;
function h<K extends keyof Tags>(tag: K, props: Record<string, unknown> = {}, ...children: (Node | string)[]) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}
function button(label: string, act: () => unknown, isOn?: boolean) {
  const ariaPressed = isOn === undefined ? null : String(isOn);
  return h('button', { type: 'button', onclick: () => void act(), ariaPressed }, label);
}
function writer(label: string, verb: string, send: (text: string) => Promise<unknown>, old = '') {
  const field = h('textarea', { rows: 2, ariaLabel: label, value: old });
  const onsubmit = (event: Event) => {
    event.preventDefault();
    void send(field.value).then(() => (field.value = ''));
  };
  return h('form', { onsubmit }, field, h('button', {}, verb));
}
const tell = (text: string) => at('status').replaceChildren(text);

let view: View;
let place = '';
let kind: TabKind = 'meeting';
let app: (ReturnType<typeof host> & { key: string }) | undefined;
const drawn = new Map<string, { seen: string; node: HTMLElement }>();
const answers = new Map<string, string | object>();

/** Calls the stand-in as the person; a refusal is told, and rejects. */
async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const init = body && { body: JSON.stringify({ as, ...body }) };
  const response = await fetch(`/api/${path}`, { method, ...init });
  const answer = JSON.parse((await response.text()) || '{}') as T & { error?: { message: string } };
  tell(answer.error?.message ?? '');
  if (!response.ok) throw new Error(answer.error?.message);
  return answer;
}
/** Follows a link as Teams does: to a message, to the app's tab, or out. */
function open(url: string): void {
  const form = /^https:\/\/teams\.microsoft\.com\/l\/(message|entity)\/([^/?]+)\/([^/?]+)/;
  const [, what, channel = '', message = ''] = form.exec(url) ?? [];
  if (what === undefined) return void window.open(url, '_blank', 'noreferrer');
  if (what === 'entity') kind = 'channel';
  else place = decodeURIComponent(channel);
  render();
  at(`m${message}`).scrollIntoView({ block: 'center' });
  at(`m${message}`).focus();
}

type Answer = { status: number; body: { statusCode?: number; value?: string | object } | null };
function cardsOf({ id, cards }: Message): Node[] {
  const answer = answers.get(id);
  const execute = async (verb: string, data: object) => {
    const { status, body } = await api<Answer>('POST', `cards/${id}/execute`, { verb, data });
    const isGood = status === 200 && (body?.statusCode ?? 200) < 300;
    answers.set(id, isGood ? (body?.value ?? '') : 'Noget gik galt. Prøv igen.');
    render();
  };
  const shown = typeof answer === 'object' ? [answer] : cards;
  const nodes = shown.map((card) => drawCard(card, (verb, data) => void execute(verb, data), open));
  return typeof answer === 'string' ? [...nodes, h('p', { role: 'status' }, answer)] : nodes;
}
function buttonsOf({ id, from, deleted, root, text, place: channel }: Message): Node[] {
  const query = new URLSearchParams({ tenantId: view.tenantId, groupId: view.team.aadGroupId, parentMessageId: root });
  const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${id}?${query.toString()}`;
  const copy = button('Kopiér link', () => navigator.clipboard.writeText(link).then(() => tell('Linket er kopieret.')));
  if (from !== as) return [copy];
  if (deleted) return [button('Fortryd sletning', () => api('POST', `messages/${id}/undelete`, {}))];
  const edit = writer('Ret beskeden', 'Gem', (changed) => api('PUT', `messages/${id}`, { text: changed }), text);
  const remove = button('Slet', () => api('DELETE', `messages/${id}?as=${as}`));
  return [copy, remove, h('details', {}, h('summary', {}, 'Redigér'), edit)];
}
function article(message: Message): HTMLElement {
  const { id, from, onBehalfOf, edited, deleted, text, format, mention } = message;
  const who = from === 'bot' ? view.botName : (view.people.find(({ key }) => key === from)?.name ?? '');
  const name = onBehalfOf === null ? who : `${onBehalfOf} via ${who}`;
  const time = new Date(Number(id)).toLocaleTimeString('da', { hour: '2-digit', minute: '2-digit' });
  const head = h('div', { className: 'row' }, h('strong', {}, name), edited === null ? time : `${time} · Redigeret`);
  const innerHTML = deleted ? '<em>Denne besked er slettet.</em>' : richText(text, format);
  const body = h('div', { className: 'body', innerHTML });
  if (mention && !deleted) body.prepend(h('strong', {}, `@${view.botName} `));
  const foot = h('div', { className: 'row' }, ...buttonsOf(message));
  return h(
    'article',
    { id: `m${id}`, tabIndex: -1, ariaLabel: `${name} ${time}` },
    head,
    body,
    ...cardsOf(message),
    foot,
  );
}
/** Draws what is new or other than before, and so leaves alone what somebody is writing in. */
function drawMessage(message: Message): void {
  const { id, root } = message;
  const seen = JSON.stringify([message, answers.get(id)]);
  const known = drawn.get(id);
  if (known?.seen === seen) return;
  const node = article(message);
  drawn.set(id, { seen, node });
  if (known) return known.node.replaceWith(node);
  if (root !== id) return at(`r${root}`).append(node);
  const reply = writer('Svar i tråden', 'Svar', (text) => api('POST', `posts/${id}/replies`, { text }));
  at('threads').append(h('section', { className: 'thread' }, node, h('div', { id: `r${id}` }), reply));
}
function drawChannel(): void {
  if (at('channel').dataset['place'] !== place) {
    drawn.clear();
    at('channel').dataset['place'] = place;
    const options = view.places.map(({ id, name }) => h('option', { value: id, selected: id === place }, name));
    const choose = h('select', { ariaLabel: 'Kanal eller chat' }, ...options);
    choose.onchange = () => ((place = choose.value), render());
    const send = (text: string) => api('POST', 'posts', { text, channel: place });
    const none = view.me.member ? '' : 'Du er ikke med i teamet og kan ikke se kanalen.';
    at('channel').replaceChildren(choose, none, h('div', { id: 'threads' }), writer('Ny besked', 'Send', send));
  }
  view.messages.filter((message) => message.place === place).forEach(drawMessage);
}
function drawTools(): void {
  const { people, meeting, installed, theme } = view;
  const face = ({ key, name, title }: View['people'][number]) =>
    h(
      'a',
      { href: `?as=${key}`, ariaCurrent: key === as ? 'page' : null },
      `${key === as ? '● ' : ''}${name} (${title})`,
    );
  at('faces').replaceChildren(...people.map(face));
  const act = (label: string, path: string, body = {}, isOn?: boolean) =>
    button(label, () => api('POST', path, body), isOn);
  const themed = (label: string, name: string) => act(label, 'theme', { theme: name }, theme === name);
  const show = (label: string, next: TabKind) => button(label, () => ((kind = next), render()), kind === next);
  const held = [...at('tools').children].indexOf(document.activeElement ?? document.body);
  at('tools').replaceChildren(
    meeting.started === null ? act('Start mødet', 'meeting/start') : act('Slut mødet', 'meeting/end'),
    installed ? act('Fjern appen', 'uninstall') : act('Installér appen', 'install'),
    ...[themed('Lyst tema', 'default'), themed('Mørkt tema', 'dark'), themed('Høj kontrast', 'contrast')],
    ...[show('Sidepanel i mødet', 'meeting'), show('Fane i kanalen', 'channel')],
  );
  at('tools').querySelectorAll('button')[held]?.focus(); // what was pressed is another button now, in the same place
  document.documentElement.dataset['theme'] = theme;
  document.querySelector('main')?.classList.toggle('wide', kind === 'channel');
}

function context() {
  const { me, theme, team, committee, tenantId: tid, meeting, tabs } = view;
  const ids = { userObjectId: me.oid, userPrincipalName: me.upn, loginHint: me.upn, tid };
  const channel = { teamId: team.id, groupId: team.aadGroupId, channelId: committee, channelType: 'Regular' };
  const entityId = tabs[kind].settings?.entityId ?? '';
  return {
    entityId,
    locale: 'da-dk',
    theme,
    ...ids,
    ...channel,
    ...(kind === 'meeting' ? { meetingId: meeting.id } : {}),
  };
}
function drawApp(): void {
  const { offered, settings } = view.tabs[kind];
  const src = settings?.contentUrl ?? view.configurationUrl;
  app?.setTheme(view.theme);
  if (app?.key === kind + src + String(offered)) return;
  app?.close();
  const title = kind === 'meeting' ? 'Appen i mødets sidepanel' : 'Appen i kanalens fane';
  const frame = h('iframe', { title, src: offered ? src : 'about:blank' });
  const save = h('button', { onclick: () => app?.save(), disabled: true }, 'Gem');
  at('app').replaceChildren(frame, offered && settings === null ? save : '');
  if (!offered) at('app').prepend('Appen er ikke installeret, eller den har ingen fane her.');
  const surface = {
    origin: offered ? new URL(src).origin : location.origin,
    frameContext: settings === null ? 'settings' : kind === 'meeting' ? 'sidePanel' : 'content',
    context,
    token: async () => (await api<{ token: string }>('GET', `token?as=${as}`)).token,
    settings: () => view.tabs[kind].settings ?? {},
    save: (tab: object) => api('PUT', `tabs/${kind}`, tab),
    openLink: open,
    onValidity: (canSave: boolean) => (save.disabled = !canSave),
    onProblem: (why: string) => tell(`Appen melder fejl: ${why}`),
  };
  app = { ...host(frame, surface), key: kind + src + String(offered) };
}
function render(): void {
  drawTools();
  drawChannel();
  drawApp();
}
new EventSource('/api/changes').onmessage = async () => {
  view = await api<View>('GET', `state?as=${as}`);
  const home = view.places.find(({ id }) => id === view.committee) ?? view.places[0];
  if (!view.places.some(({ id }) => id === place)) place = home?.id ?? '';
  render();
};
