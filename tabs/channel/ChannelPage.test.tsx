import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { after } from '../app/after.ts';
import { createClock } from '../testing/clock.ts';
import { createServer, type FakeServer, refusal } from '../testing/fakeServer.ts';
import { aMaterial } from '../testing/materials.ts';
import { expectText, show, type Shown, text } from '../testing/renderPanel.tsx';
import { anItem, at, aView, aViewOf } from '../testing/views.ts';
import { ChannelPage } from './ChannelPage.tsx';
import { dateOf } from './history/dateOf.ts';
import { aHistory, aHistoryItem } from './history/testing/history.ts';
import { loadHistoryText } from './history/useHistoryText.ts';

const words = await loadHistoryText(text);
const MINUTES = 'Udkast til referatpunkt: Velkomst\n• <b>En fast makker</b>';
const names = { title: 'Velkomst', date: dateOf(words, at('10:29')) };

/** The tab before a server that has this history. */
function begin(history: object = aHistory(), setting: Parameters<typeof show>[1] = {}): Shown {
  const server = createServer(aViewOf({}));
  server.answerNext({ status: 200, body: history });
  return show(server, { page: <ChannelPage />, ...setting });
}

const part = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: words('history') });
const line = async (): Promise<HTMLElement> => within(await part()).findByRole('listitem');
const copyButton = async () => within(await line()).getByRole('button', { name: words('history.copy.label', names) });
const asked = (server: FakeServer): readonly string[] => server.asked.map(({ path }) => path);

it('shows beside the item each earlier one with date, title, theme, answers and its digest', async () => {
  const { user, host } = begin();
  const item = await line();
  for (const sentence of ['14. maj 2026\u00a0· 9 svar\u00a0· En attraktiv arbejdsplads', 'Velkomst'])
    expectText(item, sentence);
  await user.click(within(item).getByRole('link', { name: words('history.digest') }));
  expect(host.opened).toEqual(['https://teams.microsoft.com/l/message/x/2']);
  expect(screen.getByRole('main')).toBeInstanceOf(HTMLElement);
});

it('says of an item whose time is over that its answers are deleted, and offers only what stands in the channel', async () => {
  const erasedAt = '2027-05-14T08:00:00.000Z';
  begin(aHistory({ items: [aHistoryItem({ erasedAt })] }));
  const item = await line();
  expectText(item, words('history.erased', { date: dateOf(words, erasedAt) }));
  expect(within(item).queryAllByRole('button')).toEqual([]);
  expect(within(item).getByRole('link', { name: words('history.digest') })).toBeInstanceOf(HTMLElement);
});

it('says of an item that no digest of it stands in the channel, and offers its draft all the same', async () => {
  begin(aHistory({ items: [aHistoryItem({ digest: undefined })] }));
  const item = await line();
  expectText(item, words('history.noDigest'));
  expect(within(item).queryByRole('link')).toBeNull();
  expect(await copyButton()).toBeInstanceOf(HTMLElement);
});

it('offers the draft of the minutes in the history alone', async () => {
  const digest = { key: 'z!p!digest!1', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/2' } as const;
  const view = aViewOf({ status: 'closed' }, { status: 'ended', endedAt: at('10:45'), digest });
  // In the panel it stands with the item; what offers it there has been loaded by then.
  const { leave } = show(createServer(view));
  await screen.findByText(words('history.copy'));
  leave();
  const server = createServer(view);
  server.answerNext({ status: 200, body: aHistory() });
  show(server, { page: <ChannelPage /> });
  await copyButton();
  await waitFor(() => expect(screen.getAllByText(text('item.digest.open'))).toHaveLength(2));
  expect(screen.getAllByText(words('history.copy'))).toHaveLength(1);
});

it('says that nothing has ended yet', async () => {
  begin(aHistory({ items: [] }));
  await within(await part()).findByText(words('history.empty'));
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('finds items as one types, and says how many when the typing rests', async () => {
  const clock = createClock();
  const items = [aHistoryItem(), aHistoryItem({ meeting: 'udvalg.6', title: '<i>Økonomi</i>', questions: [] })];
  const { user } = begin(aHistory({ items }), { after: clock.after });
  await user.type(await within(await part()).findByRole('searchbox', { name: words('history.search') }), 'økon');
  expectText(await line(), '<i>Økonomi</i>');
  const sentence = words('history.found', { count: 1, words: 'økon' });
  expectText(await part(), sentence);
  const said = (): string | null => screen.getByRole('status').textContent;
  expect(said()).toBe('');
  clock.pass(1_000);
  expect(said()).toBe(sentence);
});

it('clears the search, and stays in its field', async () => {
  const items = [aHistoryItem(), aHistoryItem({ meeting: 'udvalg.6', title: 'Økonomi' })];
  const { user } = begin(aHistory({ items }));
  const field = await within(await part()).findByRole<HTMLInputElement>('searchbox');
  const clear = () => screen.queryByRole('button', { name: words('history.clear') });
  expect(clear()).toBeNull();
  await user.type(field, 'økon');
  await user.click(clear() ?? field);
  expect([field.value, document.activeElement, clear()]).toEqual(['', field, null]);
  expect(within(await part()).getAllByRole('listitem')).toHaveLength(2);
});

it('shows the first twenty, and more for those who ask', async () => {
  const items = Array.from({ length: 23 }, (_, index) => aHistoryItem({ meeting: `m${index}` }));
  const { user } = begin(aHistory({ items }));
  const lines = () => screen.getAllByRole('listitem').filter((one) => one.closest('aside'));
  await user.click(await screen.findByRole('button', { name: words('history.more', { count: 3 }) }));
  expect(lines()).toHaveLength(23);
  expect(screen.queryByRole('button', { name: /Vis .* til/ })).toBeNull();
});

it('copies the draft, says so, and shows what is in it', async () => {
  const { user, server } = begin();
  server.answerNext({ status: 200, body: { text: MINUTES } });
  await user.click(await copyButton());
  await within(await line()).findByText(words('history.copied'));
  expect(await navigator.clipboard.readText()).toBe(MINUTES);
  expect(asked(server).at(-1)).toBe('/api/meetings/udvalg.7/minutes');
  expect(screen.getByRole('status').textContent).toBe(words('history.copied'));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: words('history.draft') });
  expect([field.value, field.selectionEnd - field.selectionStart]).toEqual([MINUTES, 0]);
  await user.click(screen.getByRole('button', { name: words('history.putAway') }));
  expect(screen.queryByRole('textbox', { name: words('history.draft') })).toBeNull();
  expect(document.activeElement).toBe(await copyButton());
});

it('shows the draft marked where the clipboard is refused, and goes back to where one was', async () => {
  const { user, server } = begin();
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  server.answerNext({ status: 200, body: { text: MINUTES } });
  await user.click(await copyButton());
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: words('history.draft') });
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual([MINUTES, 0, MINUTES.length]);
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: words('history.draft') })).toBeNull();
  expect(document.activeElement).toBe(await copyButton());
  write.mockRestore();
});

it('saves the Word document under the item’s date, and says so', async () => {
  const created = vi.spyOn(URL, 'createObjectURL');
  const saved: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { user, server } = begin();
  server.answerNext({ status: 200, body: {} });
  await user.click(within(await line()).getByRole('button', { name: words('history.document.label', names) }));
  const name = 'referatpunkt-2026-05-14.docx';
  await within(await line()).findByText(words('history.saved', { name }));
  expect(saved).toEqual([name]);
  expect(created.mock.calls[0]?.[0]).toBeInstanceOf(Blob);
  expect(asked(server).at(-1)).toBe('/api/meetings/udvalg.7/minutes?form=docx');
  click.mockRestore();
  created.mockRestore();
});

it('says why a draft could not be had, and tries again', async () => {
  const { user, server } = begin();
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  await user.click(await copyButton());
  expectText(await screen.findByRole('alert'), text('error.Unavailable'));
  server.answerNext({ status: 200, body: { text: MINUTES } });
  await user.click(await copyButton());
  await within(await line()).findByText(words('history.copied'));
});

it('says that the history could not be loaded while the item goes on, and tries again', async () => {
  const server = createServer(aViewOf({}));
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  const { user } = show(server, { page: <ChannelPage /> });
  expectText(await part(), text('loading'));
  await within(await part()).findByText(words('history.failed'));
  expect(screen.getByRole('textbox', { name: text('answer.label') })).toBeInstanceOf(HTMLElement);
  server.answerNext({ status: 200, body: aHistory() });
  await user.click(within(await part()).getByRole('button', { name: text('again') }));
  await line();
});

it('asks again until an item that has just ended is there', async () => {
  const ended = anItem({ id: 'udvalg.8', status: 'ended', endedAt: at('11:00'), digest: { key: 'd', status: 'sent' } });
  const server = createServer(aView({ item: ended }));
  server.answerNext({ status: 200, body: aHistory() });
  server.answerNext({ status: 200, body: aHistory({ items: [aHistoryItem({ meeting: ended.id, title: 'Nyt' })] }) });
  show(server, { page: <ChannelPage />, after });
  expectText(await line(), 'Velkomst');
  await waitFor(async () => expectText(await line(), 'Nyt'), { timeout: 10_000 });
  expect(asked(server).every((path) => path.endsWith('/history'))).toBe(true);
});

it('says nothing of a digest that is on its way, and asks again when it has come', async () => {
  const ended = (status: 'unknown' | 'sent') =>
    anItem({ id: 'udvalg.8', status: 'ended', endedAt: at('11:00'), digest: { key: 'd', status } });
  const listed = (digest?: string) => ({
    status: 200,
    body: aHistory({ items: [aHistoryItem({ meeting: 'udvalg.8', title: 'Nyt', digest })] }),
  });
  const server = createServer(aView({ item: ended('unknown') }));
  server.answerNext(listed());
  show(server, { page: <ChannelPage />, after });
  const item = await line();
  expectText(item, 'Nyt');
  expect(within(item).queryByText(words('history.noDigest'))).toBeNull();
  server.answerNext(listed('https://teams.microsoft.com/l/message/x/2'));
  server.show(aView({ item: { ...ended('sent'), version: at('11:01') } }));
  await within(await line()).findByRole('link', { name: words('history.digest') }, { timeout: 10_000 });
});

it('shows no history to an outsider', async () => {
  const server = createServer();
  server.answerPolls(refusal(403, { code: 'NotMember' }));
  show(server, { page: <ChannelPage /> });
  await screen.findByText(text('problem.outsider'));
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(server.asked).toEqual([]);
});

it('takes the history away from somebody who is no member any more', async () => {
  const { server } = begin();
  await line();
  server.answerPolls(refusal(403, { code: 'NotMember' }));
  await screen.findByText(text('problem.outsider'), {}, { timeout: 10_000 });
  expect(screen.queryByRole('complementary')).toBeNull();
});

it('tells by theme which questions were taken, and when, once that is unfolded', async () => {
  const taken = [{ material: aMaterial.slug, question: '2/1', at: at('10:29') }];
  const { server } = begin(aHistory({ taken }));
  await line();
  expect(asked(server).some((path) => path.endsWith('/materials'))).toBe(false);
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  const summary = within(await part()).getByText(words('history.taken'));
  // What is unfolded may wait for its sentences.
  await act(() => {
    summary.click();
    return Promise.resolve();
  });
  const theme = await screen.findByRole('region', { name: words('history.theme', { number: 2, title: 'Tema 2' }) });
  expectText(theme, words('history.taken.theme', { count: 1, of: 2 }));
  const [one, other] = within(theme).getAllByRole('listitem');
  expect(one?.textContent).toBe(`Spørgsmål 1 i tema 2?${words('history.taken.at', { date: names.date })}`);
  expect(other?.textContent).toBe(`Spørgsmål 2 i tema 2?${words('history.taken.never')}`);
  expectText(await part(), words('history.taken.of', { count: 1, of: 4 }));
});
