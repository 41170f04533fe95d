import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, type FakeServer } from '../../testing/fakeServer.ts';
import { asFound, createHost, expectText, show, text as panelText } from '../../testing/renderPanel.tsx';
import { at, aView } from '../../testing/views.ts';
import { loadTrialText } from './useTrialText.ts';

const text = await loadTrialText(panelText);
const QUESTION = text('trial.question');
const trial = { text: 'Ja, på otte minutter', at: at('10:42') };
const nothingOpen = aView({ item: undefined });

/** Follows the link on the welcome card. The setup is not known here; what is told next answers everything else. */
function begin(view = nothingOpen, first: object | 'unreachable' = {}, setup: object = {}) {
  const server: FakeServer = createServer(view);
  server.answerNext(first === 'unreachable' ? first : { status: 200, body: first });
  const fetch: FakeServer['fetch'] = (input, init) =>
    typeof input === 'string' && input.endsWith('/setup')
      ? Promise.resolve(new Response(JSON.stringify(setup)))
      : server.fetch(input, init);
  return { ...show({ ...server, fetch }, { host: createHost({ subPage: 'trial' }) }), server };
}
const asked = (server: FakeServer) => server.asked.filter(({ path }) => path.includes('/trial'));

it('is where the link on the welcome card leads, and takes nothing that says nothing', async () => {
  const { user, server } = begin();
  await screen.findByRole('heading', { level: 1, name: text('trial') });
  await user.click(await screen.findByRole('button', { name: text('trial.save') }));
  await screen.findByText(text('error.AnswerEmpty'));
  expect(asked(server).every(({ method }) => method === 'GET')).toBe(true);
});

it('shows the stored answer as everybody would see it, and what nobody sees', async () => {
  const { user } = begin(nothingOpen, { trial });
  const see = await screen.findByRole('button', { name: text('trial.see') });
  const main = see.className;
  await user.click(see);
  // The next step, once it was seen.
  expect(screen.getByRole('button', { name: text('trial.erase') }).className).toBe(main);
  const eyes = screen.getByRole('region', { name: text('trial.seen') });
  const item = within(within(eyes).getByRole('region', { name: text('answers.label') })).getByRole('listitem');
  expect(item.textContent).toContain('Anna Holm');
  expect(item.textContent).toContain(trial.text);
  expect(eyes.textContent).toContain(text('trial.unseen.who'));
  expect(eyes.textContent).not.toContain(text('trial.seen.hidden'));
});

it('shows what is stored, also where it was written somewhere else while the first was deleted', async () => {
  const { user, server } = begin(nothingOpen, { trial });
  expect(await screen.findByText(trial.text)).toBeInstanceOf(HTMLElement);
  server.answerNext({ status: 200, body: { erasedAt: at('10:45') } });
  server.answerNext({ status: 200, body: { trial: { text: 'Ja, lad os.', at: at('10:46') } } });
  await user.click(screen.getByRole('button', { name: text('trial.erase') }));
  expect(await screen.findByText('Ja, lad os.')).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(trial.text)).toBeNull();
});

it('says that the trial answer cannot be fetched where there is no connection, and tries again when asked', async () => {
  const { user, server } = begin(nothingOpen, 'unreachable');
  expectText(await screen.findByRole('alert'), text('trial.offline'));
  server.answerNext({ status: 200, body: { trial } });
  const again = screen.getByRole('button', { name: text('again') });
  const main = again.className;
  await user.click(again);
  expect((await screen.findByRole('button', { name: text('trial.see') })).className).toBe(main);
  expect(await screen.findByText(trial.text)).toBeInstanceOf(HTMLElement);
});

it('shows no name where the committee hides names', async () => {
  const { user } = begin(aView({ item: undefined, names: 'hidden' }), { trial });
  await user.click(await screen.findByRole('button', { name: text('trial.see') }));
  const eyes = screen.getByRole('region', { name: text('trial.seen') });
  expect(eyes.textContent).not.toContain('Anna');
  expect(eyes.textContent).toContain(text('trial.seen.hidden'));
});

it('says when it was deleted, after having read again that nothing is there', async () => {
  const { user, server } = begin(nothingOpen, { trial });
  const button = await screen.findByRole('button', { name: text('trial.erase') });
  server.answerNext({ status: 200, body: { erasedAt: at('10:44') } });
  server.answerNext({ status: 200, body: {} });
  await user.click(button);
  const told = `${text('trial.erased', { at: new Date(at('10:44')) })} ${text('trial.erased.nothing')}`;
  await screen.findByText(asFound(told), { selector: 'span' });
  expect(asked(server).map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET']);
});

it('names those who hold the keys', async () => {
  const chair = { person: 'oid-lone', name: 'Lone Krogh' };
  begin(nothingOpen, {}, { owners: ['Lone Krogh', 'Bo Dahl', 'Ib Juhl'], setup: { chair } });
  const keys = await screen.findByRole('region', { name: text('trial.keys') });
  expect(await within(keys).findByText(/Lone Krogh, Bo Dahl og Ib Juhl/)).toBeInstanceOf(HTMLElement);
  expect(keys.textContent).toContain(text('trial.keys.chair', { name: 'Lone Krogh' }));
  expect(keys.textContent).toContain(text('trial.keys.operators'));
});

it('puts the question on the next meeting for those who may, and only tells the others who can', async () => {
  const { user, server, leave } = begin(aView({ item: undefined, you: { ...nothingOpen.you, mayOpen: true } }));
  const button = await screen.findByRole('button', { name: text('trial.next.add', { question: QUESTION }) });
  server.answerNext({ status: 200, body: { materials: [{ slug: 'proeve', themes: [] }] } });
  await user.click(button);
  const planned = server.asked.find(({ path }) => path.endsWith('/plans'));
  expect(planned?.body).toMatchObject({ title: QUESTION, plan: [{ own: QUESTION }] });
  leave();
  begin();
  await screen.findByText(text('trial.next.notYou', { question: QUESTION }));
});
