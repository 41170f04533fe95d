import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../testing/fakeServer.ts';
import { createHost, expectText, show, text as panelText } from '../testing/renderPanel.tsx';
import { COMMITTEE } from '../testing/views.ts';
import { anna, aProposal, aSetup, aSetupView, jens, lone, soeren } from './testing/aSetup.ts';
import { begin, labelled, lastOf, name, page, press, save, text } from './testing/configPage.tsx';

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
  const { user, server } = await begin(aSetupView({ total: 2_000 }));
  expect(screen.queryByRole('button', { name: /^Vælg alle/ })).toBeNull();
  server.people.push(...people);
  await press(screen.getByRole('button', { name: labelled(text('setup.choose'), text('setup.leads')) }));
  // Whoever has written nothing cannot write more of it.
  await screen.findByRole('button', { name: 'Medlem 0' });
  expect(screen.queryByText(text('setup.more'))).toBeNull();
  await user.type(screen.getByRole('searchbox'), 'Medlem');
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
  expect(screen.getByText(panelText('problem.otherChannel'))).toBeInstanceOf(HTMLElement);
  expect([host.offered, host.allowed]).toEqual([[], [false]]);
});

it('cannot be saved outside a channel', () => {
  const { host } = show(createServer(), { page, host: createHost({ channel: undefined }) });
  expect(screen.getByText(panelText('problem.noChannel'))).toBeInstanceOf(HTMLElement);
  expect([host.offered, host.allowed]).toEqual([[], [false]]);
});
