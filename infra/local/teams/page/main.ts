import type { View } from '../api.ts';
import { host } from '../host.ts';
import type { TabKind } from '../state.ts';
import { drawCard, richText } from './card.ts';

type Message = View['messages'][number];
const as = new URLSearchParams(location.search).get('as') ?? 'formand';
const at = (id: string) => document.getElementById(id) ?? document.body;
const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};
const button = (label: string, act: () => unknown, pressed?: boolean) =>
  h(
    'button',
    { type: 'button', onclick: () => void act(), ...(pressed === undefined ? {} : { ariaPressed: String(pressed) }) },
    label,
  );
const tell = (text: string) => at('status').replaceChildren(text);

let view: View;
let place = '';
let kind: TabKind = 'meeting';
let app: (ReturnType<typeof host> & { key: string }) | undefined;
const drawn = new Map<string, { seen: string; node: HTMLElement }>();
const answers = new Map<string, string | object>();

/** Calls the stand-in as the person; a refusal is told, and rejects. */
async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const init = body && { body: JSON.stringify({ as, ...body }), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`/api/${path}`, { method, ...init });
  const text = await response.text();
  const answer = JSON.parse(text === '' ? '{}' : text) as T & { error?: { message: string } };
  if (response.ok) return answer;
  tell(answer.error?.message ?? 'Det gik ikke.');
  throw new Error(answer.error?.message);
}
const linkTo = ({ id, root, place: channel }: Message) =>
  `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${id}?` +
  new URLSearchParams({
    tenantId: view.tenantId,
    groupId: view.team.aadGroupId,
    parentMessageId: root,
    createdTime: id,
  }).toString();
/** Follows a link as Teams does: to a message, to the app's tab, or out. */
function open(url: string): void {
  const [, what, first = '', second = ''] =
    /^https:\/\/teams\.microsoft\.com\/l\/(message|entity)\/([^/?]+)\/([^/?]+)/.exec(url) ?? [];
  if (what === undefined) return void window.open(url, '_blank', 'noreferrer');
  if (what === 'entity') kind = 'channel';
  else place = decodeURIComponent(first);
  render();
  const target = drawn.get(second)?.node;
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}

function writer(label: string, verb: string, send: (text: string, mention: boolean) => Promise<unknown>, old = '') {
  const field = h('textarea', { rows: 1, ariaLabel: label, placeholder: label, value: old });
  const form = h('form', {}, field, h('button', {}, verb));
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const at = `@${view.botName}`;
    const mention = field.value.startsWith(at);
    const text = mention ? field.value.slice(at.length).trim() : field.value.trim();
    if (text !== '') void send(text, mention).then(() => (field.value = ''));
  };
  return form;
}

function ownButtons(message: Message, redraw: (node?: HTMLElement) => void): HTMLElement[] {
  const { id, deleted } = message;
  if (message.from !== as) return [];
  if (deleted) return [button('Fortryd sletning', () => api('POST', `messages/${id}/undelete`, {}))];
  const save = async (text: string) => {
    await api('PUT', `messages/${id}`, { text });
    redraw();
  };
  return [
    button('Redigér', () => redraw(writer('Redigér beskeden', 'Gem', save, message.text))),
    button('Slet', () => api('DELETE', `messages/${id}?as=${as}`)),
  ];
}
function cardsOf(message: Message): Node[] {
  const answer = answers.get(message.id);
  const execute = async (verb: string, data: object) => {
    type Answer = { status: number; body: { statusCode?: number; type?: string; value?: string | object } | null };
    const { status, body } = await api<Answer>('POST', `cards/${message.id}/execute`, { verb, data });
    const isGood = status === 200 && (body?.statusCode ?? 200) < 300;
    answers.set(message.id, isGood ? (body?.value ?? '') : 'Noget gik galt. Prøv igen.');
    drawn.set(message.id, { seen: '', node: drawn.get(message.id)?.node ?? document.body });
    render();
  };
  const cards = typeof answer === 'object' ? [answer] : message.cards;
  const nodes = cards.map((card) => drawCard(card, (verb, data) => void execute(verb, data), open));
  return [...nodes, ...(typeof answer === 'string' ? [h('p', { role: 'status' }, answer)] : [])];
}
function article(message: Message): HTMLElement {
  const { id, from, onBehalfOf, edited, deleted, text, format, mention } = message;
  const name = from === 'bot' ? view.botName : (view.people.find(({ key }) => key === from)?.name ?? '');
  const time = new Date(Number(id)).toLocaleTimeString('da', { hour: '2-digit', minute: '2-digit' });
  const head = h(
    'div',
    { className: 'row' },
    h('strong', {}, onBehalfOf === null ? name : `${onBehalfOf} via ${name}`),
  );
  head.append(h('small', {}, edited === null ? time : `${time} · Redigeret`));
  const body = h('div', {
    className: 'body',
    innerHTML: richText(deleted ? 'Denne besked er slettet.' : text, deleted ? 'plain' : format),
  });
  if (mention && !deleted) body.prepend(h('strong', {}, `@${view.botName} `));
  const redraw = (form?: HTMLElement) => {
    if (form) body.replaceChildren(form);
    else body.querySelector('form')?.remove();
    form?.querySelector('textarea')?.focus();
    if (!form) render();
  };
  const copy = button('Kopiér link', async () => {
    await navigator.clipboard.writeText(linkTo(message)).then(
      () => tell('Linket er kopieret.'),
      () => tell(linkTo(message)),
    );
  });
  const foot = h('div', { className: 'row' }, copy, ...ownButtons(message, redraw));
  return h(
    'article',
    { id: `m${id}`, tabIndex: -1, ariaLabel: `${name} ${time}` },
    head,
    body,
    ...cardsOf(message),
    foot,
  );
}

/** Draws what is new or other than before, and leaves what somebody is writing in. */
function drawMessage(message: Message): void {
  const { id, root } = message;
  const seen = JSON.stringify(message);
  const known = drawn.get(id);
  if (known?.seen === seen || known?.node.querySelector('.body form')) return;
  const node = article(message);
  drawn.set(id, { seen, node });
  if (known) return known.node.replaceWith(node);
  if (root !== id) return at(`r${root}`).append(node);
  const replies = h('div', { id: `r${id}`, className: 'replies' });
  const reply = writer('Svar i tråden', 'Svar', (text, mention) =>
    api('POST', `posts/${id}/replies`, { text, mention }),
  );
  reply.className = 'replies';
  at('threads').append(h('section', { className: 'thread', ariaLabel: 'Tråd' }, node, replies, reply));
}
function drawChannel(): void {
  if (at('channel').dataset['place'] !== place) {
    drawn.clear();
    at('channel').dataset['place'] = place;
    const options = view.places.map(({ id, name }) => h('option', { value: id, selected: id === place }, name));
    const select = h(
      'select',
      { ariaLabel: 'Kanal eller chat', onchange: () => ((place = select.value), render()) },
      ...options,
    );
    const isChat = view.places.some(({ id, type }) => id === place && !['standard', 'private'].includes(type));
    const kindOf = place.startsWith('a:') ? 'personal' : 'groupChat';
    const send = (text: string, mention: boolean) =>
      isChat
        ? api('POST', 'chat', { text, mention, kind: kindOf })
        : api('POST', 'posts', { text, mention, channel: place });
    const outside = view.me.member ? [] : [h('p', {}, 'Du er ikke med i teamet og kan ikke se kanalen.')];
    at('channel').replaceChildren(
      h('h2', { id: 'place' }, view.team.name),
      select,
      ...outside,
      h('div', { id: 'threads' }),
    );
    at('channel').append(writer(isChat ? 'Skriv til appen' : 'Ny besked i kanalen', 'Send', send));
  }
  view.messages.filter((message) => message.place === place).forEach(drawMessage);
}

function drawTools(): void {
  const face = ({ key, name, title }: View['people'][number]) =>
    h('a', { href: `?as=${key}`, ariaCurrent: key === as ? 'page' : null }, `${name} (${title})`);
  at('faces').replaceChildren(...view.people.map(face));
  const { started } = view.meeting;
  const theme = (name: string, label: string) =>
    button(label, () => api('POST', 'theme', { theme: name }), view.theme === name);
  const show = (next: TabKind, label: string) => button(label, () => ((kind = next), render()), kind === next);
  at('tools').replaceChildren(
    button(started === null ? 'Start mødet' : 'Slut mødet', () =>
      api('POST', `meeting/${started === null ? 'start' : 'end'}`, {}),
    ),
    button(view.installed ? 'Fjern appen' : 'Installér appen', () =>
      api('POST', view.installed ? 'uninstall' : 'install', {}),
    ),
    ...[theme('default', 'Lyst tema'), theme('dark', 'Mørkt tema'), theme('contrast', 'Høj kontrast')],
    ...[show('meeting', 'Sidepanel i mødet'), show('channel', 'Fane i kanalen')],
  );
  document.documentElement.dataset['theme'] = view.theme;
  document.querySelector('main')?.classList.toggle('wide', kind === 'channel');
}

function context() {
  const { me, theme, team, committee, tenantId: tid, meeting, tabs } = view;
  const ids = { userObjectId: me.oid, userPrincipalName: me.upn, loginHint: me.upn, tid };
  const channel = { teamId: team.id, groupId: team.aadGroupId, channelId: committee, channelType: 'Regular' };
  const tab = { entityId: tabs[kind].settings?.['entityId'] ?? '', locale: 'da-dk', hostClientType: 'web' };
  return { ...tab, theme, ...ids, ...channel, ...(kind === 'meeting' ? { meetingId: meeting.id } : {}) };
}
function drawApp(): void {
  const { offered, settings, configurationUrl } = view.tabs[kind];
  const url = settings?.['contentUrl'] ?? configurationUrl;
  const key = `${kind} ${offered} ${url}`;
  app?.setTheme(view.theme);
  if (app?.key === key) return;
  app?.close();
  app = undefined;
  if (!offered)
    return at('app').replaceChildren(h('p', {}, 'Appen er ikke installeret, eller den har ingen fane her.'));
  const frame = h('iframe', {
    title: kind === 'meeting' ? 'Appen i mødets sidepanel' : 'Appens fane i kanalen',
    src: url,
    allow: 'clipboard-write',
  });
  const save = button('Gem', () => app?.save());
  save.disabled = true;
  at('app').replaceChildren(frame, ...(settings ? [] : [save]));
  const surface = {
    origin: new URL(url).origin,
    frameContext: settings ? (kind === 'meeting' ? 'sidePanel' : 'content') : 'settings',
    context,
    token: async () => (await api<{ token: string }>('GET', `token?as=${as}`)).token,
    settings: () => view.tabs[kind].settings ?? {},
    save: ({ contentUrl, entityId, suggestedDisplayName, websiteUrl }: Record<string, unknown>) =>
      api('PUT', `tabs/${kind}`, { contentUrl, entityId, suggestedDisplayName, websiteUrl }),
    openLink: open,
    onState: (state: { canSave?: boolean; loaded?: true; problem?: string }) => {
      if (state.canSave !== undefined) save.disabled = !state.canSave;
      if (state.problem !== undefined) tell(`Appen melder fejl: ${state.problem}`);
    },
  } as const;
  app = { ...host(frame, surface), key };
}
function render(): void {
  drawTools();
  drawChannel();
  drawApp();
}

async function refresh(): Promise<void> {
  view = await api<View>('GET', `state?as=${as}`);
  if (!view.places.some(({ id }) => id === place))
    place = (view.places.find(({ id }) => id === view.committee) ?? view.places[0])?.id ?? '';
  render();
}
new EventSource('/api/changes').onmessage = () => void refresh();
