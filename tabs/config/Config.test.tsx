import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SetupView } from '#contract/responses';
import { createServer, type FakeServer, refusal } from '../testing/fakeServer.ts';
import { createHost, expectText, type FakeHost, show, type Shown, text as panelText } from '../testing/renderPanel.tsx';
import { COMMITTEE } from '../testing/views.ts';
import { loadRoomText } from '../panel/room/useRoomText.ts';
import { Config } from './Config.tsx';
import './ConfigForm.tsx';
import { anna, aProposal, aSetup, aSetupView, jens, lone, soeren } from './testing/aSetup.ts';
import { loadSetupText } from './useSetupText.ts';

const text = await loadSetupText(panelText);
await loadRoomText(panelText);
const page = <Config />;
const labelled = (what: string, where: string): string => text('setup.for', { what, where });

async function begin(view: SetupView = aSetupView(), host: FakeHost = createHost()): Promise<Shown> {
  const server = createServer();
  server.answerNext({ status: 200, body: view });
  const shown = show(server, { page, host });
  await screen.findByText(text('setup.fits'), { exact: false });
  return shown;
}

const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: text('setup.name') });
/** What stands beneath a field about it. */
const describedBy = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');
const lastOf = (server: FakeServer) => server.asked.at(-1);
/** Opens what may wait for its sentences. */
const press = (button: HTMLElement): Promise<void> =>
  act(() => {
    button.click();
    return Promise.resolve();
  });
/** Presses Teams' button, and gives what the page told it. */
async function save({ host }: Shown): Promise<string | undefined> {
  let told: string | undefined;
  await act(async () => {
    told = await host.pressSave();
  });
  return told;
}

it.each([
  [undefined, 'channel'],
  ['m', 'panel'],
])('saves the committee before the tab, which leads to the right page: %s', async (meeting, tab) => {
  const shown = await begin(aSetupView({ setup: undefined }), createHost({ meeting }));
  expect(name().value).toBe('Lokaludvalget');
  expect(shown.host.offered.map(({ contentUrl }) => contentUrl)).toEqual([`${location.origin}/tabs/${tab}.html`]);
  await waitFor(() => expect(shown.host.allowed.at(-1)).toBe(true));
  await shown.user.clear(name());
  await shown.user.type(name(), 'Lokaludvalget ');
  shown.server.answerNext({ status: 200, body: aSetupView() });
  expect(await save(shown)).toBeUndefined();
  expect(lastOf(shown.server)).toMatchObject({
    method: 'PUT',
    body: { revision: 0, name: 'Lokaludvalget', level: 'local', material: 'proeve', names: 'shown', members: [] },
  });
});

it('tells Teams why it was not saved, and keeps what was typed', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(409, { code: 'SetupLocked' }));
  expect(await save(shown)).toBe(`${text('error.SetupLocked')} ${text('setup.notSaved')}`);
  expectText(screen.getByRole('alert'), text('error.SetupLocked'));
  expect(name().value).toBe('Lokaludvalget for Lærkeby!');
});

it('shows what somebody else saved first beside what was typed, which is saved over it when pressed again', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(412, { code: 'SetupChanged' }));
  const theirs = aSetup({ revision: 4, level: 'area', members: [anna, soeren] });
  shown.server.answerNext({ status: 200, body: aSetupView({ setup: theirs }) });
  expect(await save(shown)).toBe(`${text('error.SetupChanged')} ${text('setup.notSaved')}`);
  await screen.findByText(labelled(text('setup.level'), text('level.area')));
  expectText(screen.getByRole('alert'), labelled(text('setup.members'), 'Anna Holm og Søren Ødegård'));
  expect(name().value).toBe('Lokaludvalget for Lærkeby!');
  shown.server.answerNext({ status: 200, body: aSetupView() });
  expect(await save(shown)).toBeUndefined();
  expect(lastOf(shown.server)?.body).toMatchObject({ revision: 4, level: 'local', members: [anna.person] });
});

it('lets what somebody else saved first stand, if that is pressed', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(412, { code: 'SetupChanged' }));
  shown.server.answerNext({ status: 200, body: aSetupView({ setup: aSetup({ revision: 4, name: 'Deres' }) }) });
  await save(shown);
  await press(await screen.findByRole('button', { name: text('setup.changed.keep') }));
  expect(name().value).toBe('Deres');
  expect(screen.queryByRole('alert')).toBeNull();
  shown.server.answerNext({ status: 200, body: aSetupView() });
  expect(await save(shown)).toBeUndefined();
  expect(lastOf(shown.server)?.body).toMatchObject({ revision: 4, name: 'Deres' });
});

it.each([
  ['chair', lone, 'setup.chair'],
  ['members.0', anna, 'setup.members'],
] as const)('names whoever is not in the team any more, at their place: %s', async (field, { name: who }, label) => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(400, { code: 'PersonNotMember', field }));
  const words = await save(shown);
  expect(words).toBe(`${text('setup.notMember.named', { name: who })} ${text('setup.notSaved')}`);
  expect(describedBy(screen.getByRole('group', { name: new RegExp(`^${text(label)}`) }))).toBe(words);
});

it.each([
  ['   ', 'setup.nameEmpty'],
  ['x'.repeat(121), 'setup.nameTooLong'],
] as const)('cannot be saved with a name that is none: %s', async (typed, sentence) => {
  const { host, user } = await begin();
  await user.clear(name());
  await user.click(name());
  await user.paste(typed);
  expectText(await screen.findByRole('alert'), text(sentence, { limit: 120 }));
  expect(name().getAttribute('aria-invalid')).toBe('true');
  expect(describedBy(name())).toContain(text(sentence, { limit: 120 }));
  expect(host.allowed.at(-1)).toBe(false);
  await user.clear(name());
  await user.type(name(), 'MED');
  expect(name().getAttribute('aria-invalid')).not.toBe('true');
  expect(host.allowed.at(-1)).toBe(true);
});

it('cannot be saved with one person in both chairs', async () => {
  const { host, user, server } = await begin(aSetupView({ setup: aSetup({ deputy: undefined }) }));
  server.people.push(lone, jens);
  await press(screen.getByRole('button', { name: labelled(text('setup.choose'), text('setup.deputy')) }));
  await user.click(await screen.findByRole('button', { name: lone.name }));
  expectText(await screen.findByRole('alert'), text('error.ChairsSame'));
  expect(describedBy(screen.getByRole('group', { name: text('setup.deputy') }))).toBe(text('error.ChairsSame'));
  expect(describedBy(screen.getByRole('group', { name: text('setup.chair') }))).toBe('');
  expect(host.allowed.at(-1)).toBe(false);
});

it('cannot be saved with hidden names before there are two chairs', async () => {
  const { host, user } = await begin(aSetupView({ setup: aSetup({ deputy: undefined }) }));
  await user.click(screen.getByRole('radio', { name: new RegExp(text('setup.names.hidden')) }));
  expectText(await screen.findByRole('alert'), text('setup.namesNeedBoth'));
  const names = screen.getByRole('radiogroup', { name: text('setup.names') });
  expect(describedBy(names)).toContain(text('setup.namesNeedBoth'));
  expect(host.allowed.at(-1)).toBe(false);
});

it.each([
  ['ChairsMissing', { deputy: undefined }, 'setup.deputy'],
  ['ChairsSame', {}, 'setup.deputy'],
  ['CommitteeTooLarge', {}, 'setup.members'],
] as const)('says at its own field why the server did not save it: %s', async (code, setup, field) => {
  const shown = await begin(aSetupView({ setup: aSetup(setup) }));
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(409, { code }));
  const words = await save(shown);
  const group = screen.getByRole('group', { name: new RegExp(`^${text(field)}`) });
  expect(describedBy(group)).toBe(words);
  expect(screen.queryByRole('alert')?.textContent).toBe(words);
});

it('adds members one after the other, and all where the team is small enough', async () => {
  const { user, server } = await begin();
  const members = screen.getByRole('group', { name: `${text('setup.members')} (1)` });
  server.people.push(anna, jens, lone, soeren);
  await press(within(members).getByRole('button', { name: labelled(text('setup.add'), text('setup.members')) }));
  await user.click(await within(members).findByRole('button', { name: soeren.name }));
  expect(
    within(members)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toContain('Søren ØdegårdFjern');
  await user.click(screen.getByRole('button', { name: text('setup.all', { count: 12 }) }));
  await screen.findByRole('group', { name: `${text('setup.members')} (2)` });
});

it('adds the rest of the team without moving anybody who is placed', async () => {
  const gone = { person: 'oid-gone', name: 'Ida Nu' };
  const setup = aSetup({ members: [gone], substitutes: [anna] });
  const { user, server } = await begin(aSetupView({ setup, left: [gone.person] }));
  server.people.push(anna, jens, lone, soeren);
  await user.click(screen.getByRole('button', { name: text('setup.all', { count: 12 }) }));
  const members = await screen.findByRole('group', { name: `${text('setup.members')} (2)` });
  for (const who of [gone, soeren]) expectText(members, who.name);
  expectText(screen.getByRole('group', { name: `${text('setup.substitutes')} (1)` }), anna.name);
});

it('shows twenty of two thousand people, and does not offer to choose them all', async () => {
  const people = Array.from({ length: 200 }, (_, index) => ({ person: `p${index}`, name: `Medlem ${index}` }));
  const { server } = await begin(aSetupView({ total: 2_000 }));
  expect(screen.queryByRole('button', { name: /^Vælg alle/ })).toBeNull();
  server.people.push(...people);
  await press(screen.getByRole('button', { name: labelled(text('setup.choose'), text('setup.leads')) }));
  await screen.findByText(text('setup.more'));
  expect(screen.getAllByRole('button', { name: /^Medlem \d/ })).toHaveLength(20);
});

it('can be added by who may not change it, who sees it as it is', async () => {
  const host = createHost();
  const server = createServer();
  server.answerNext({ status: 200, body: aSetupView({ you: { mayChange: false } }) });
  const shown = show(server, { page, host });
  await screen.findByText(jens.name);
  expect(screen.queryByRole('textbox')).toBeNull();
  await waitFor(() => expect(host.allowed.at(-1)).toBe(true));
  const before = server.asked.length;
  expect(await save(shown)).toBeUndefined();
  expect(server.asked).toHaveLength(before);
});

it.each([
  [undefined, 'setup.mayAdd', 'setup.mayNot'],
  [aSetup(), 'setup.mayNot', 'setup.mayAdd'],
] as const)('tells who may not change it what to press, and who does the rest', async (setup, said, unsaid) => {
  const server = createServer();
  server.answerNext({ status: 200, body: aSetupView({ setup, you: { mayChange: false } }) });
  show(server, { page });
  await screen.findByText(text(said), { exact: false });
  expectText(document.body, text('setup.mayAdd.known'));
  for (const key of [unsaid, 'setup.fill'] as const) expect(document.body.textContent).not.toContain(text(key));
  expect(screen.queryAllByText(text('setup.chair'))).toHaveLength(setup === undefined ? 0 : 1);
});

it('can be added while the committee cannot be read, and says so', async () => {
  const host = createHost();
  const server = createServer();
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  const shown = show(server, { page, host });
  expectText(await screen.findByRole('alert'), text('setup.later'));
  expect(host.allowed.at(-1)).toBe(true);
  expect(await save(shown)).toBeUndefined();
});

it('takes no change of who sees what while a question is put', async () => {
  await begin(aSetupView({ isLocked: true }));
  expect(screen.getByText(text('setup.locked'))).toBeInstanceOf(HTMLElement);
  for (const seat of ['chair', 'deputy', 'leads'] as const)
    expect(within(screen.getByRole('group', { name: text(`setup.${seat}`) })).queryByRole('button')).toBeNull();
  const names = screen.getByRole('group', { name: text('setup.names') });
  expectText(names, text('setup.names.shown'));
  expect(names.textContent).not.toContain(text('setup.names.hidden'));
  expect(screen.queryByRole('radio', { name: /^Navne/ })).toBeNull();
});

it('says that what was saved waits for both chairs', async () => {
  const shown = await begin();
  await shown.user.click(screen.getByRole('radio', { name: new RegExp(text('setup.names.hidden')) }));
  const setup = aSetup({ proposal: aProposal({ leads: undefined }) });
  shown.server.answerNext({ status: 200, body: aSetupView({ setup }) });
  await save(shown);
  await screen.findByText(text('setup.saved.waiting'));
  expectText(await screen.findByRole('region', { name: text('waiting') }), text('waiting.names.hidden'));
});

it.each(['private', 'shared'] as const)('cannot be saved in a %s channel, and says what to do', (kind) => {
  const { host } = show(createServer(), { page, host: createHost({ channel: { id: COMMITTEE, kind } }) });
  expect(screen.getByText(panelText('config.otherChannel'))).toBeInstanceOf(HTMLElement);
  expect([host.offered, host.allowed]).toEqual([[], [false]]);
});

it('cannot be saved outside a channel', () => {
  const { host } = show(createServer(), { page, host: createHost({ channel: undefined }) });
  expect(screen.getByText(panelText('config.noChannel'))).toBeInstanceOf(HTMLElement);
  expect([host.offered, host.allowed]).toEqual([[], [false]]);
});
