import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { chooseMore } from '../../testing/chooseMore.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aRound, aView } from '../../testing/views.ts';

const [theme, ...others] = aMaterial.themes;
const direction = ['Vi vil have blik for borgeren.', 'Og for hinanden.'];
const materials = [{ ...aMaterial, themes: [...(theme ? [{ ...theme, direction }] : []), ...others] }];
const plan = [
  aPlanned({ id: '1/1', text: 'Hvad virker?', angle: 'Hos os?', theme: { number: 1, title: 'Tema 1' } }),
  aPlanned({ id: '1/2', text: 'Sprunget over?', theme: { number: 1, title: 'Tema 1' }, status: 'skipped' }),
  aPlanned({ id: 'own/12345678', text: '<b>Vores</b> eget?', theme: undefined }),
];
const view = aView({
  item: anItem({ lead: { name: 'Anna Holm', mine: true }, scribe: { name: 'Bo', mine: false }, plan }),
});

async function begin(of = view) {
  const shown = show(createServer(of));
  // While a question is open the plan is folded away.
  if (of.item?.round) await chooseMore(shown.user, text('lead.plan'));
  shown.server.answerNext({ status: 200, body: { materials } });
  await shown.user.click(await ready(text('paper')));
  await ready(text('paper.print'));
  return shown;
}

const sheets = () => [...document.querySelectorAll<HTMLElement>('.med-sheet')];

afterEach(() => vi.restoreAllMocks());

it('has a sheet for each question that is to be put: angle, question, direction, and where to answer until when', async () => {
  const { user } = await begin();
  await user.type(screen.getByLabelText(text('paper.until')), 'fredag kl. 12');
  const [first, second] = sheets();
  if (!first || !second) throw new Error('too few sheets');
  expect(sheets()).toHaveLength(2);
  for (const words of ['Lokaludvalget · Velkomst', 'Hos os?', 'Hvad virker?', ...direction, 'fredag kl. 12'])
    expectText(first, words);
  expectText(first, text('paper.leadAndScribe', { lead: 'Anna Holm', scribe: 'Bo' }));
  expect(first.querySelectorAll('.med-blank')).toHaveLength(1);
  expectText(second, '<b>Vores</b> eget?');
  expect(second.textContent).not.toContain(text('theme.direction'));
});

it('sends people to the channel with those questions alone that have a thread there', async () => {
  const post = { key: 'r001!p!a', status: 'sent' } as const;
  const put = aPlanned({ id: '1/3', status: 'open', round: 'r002' });
  const [first, ...rest] = plan;
  const item = anItem({
    lead: { name: 'Anna Holm', mine: true },
    plan: [put, { ...first, ahead: post } as typeof put, ...rest],
    round: aRound({ id: 'r002', post: { key: 'r002!p!q', status: 'sent' } }),
  });
  await begin(aView({ item }));
  const line = text('paper.channel', { committee: 'Lokaludvalget' });
  expect(sheets().map(({ textContent }) => textContent.includes(line))).toEqual([true, true, false]);
});

it('offers to print before all else, and to close last', async () => {
  await begin();
  const part = screen.getByRole('region', { name: text('paper') });
  const names = within(part)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
  expect(names).toEqual([text('paper.print'), text('paper.save'), text('paper.close')]);
});

it('prints the page', async () => {
  const { user } = await begin();
  const print = vi.fn(() => window.dispatchEvent(new Event('beforeprint')));
  vi.stubGlobal('print', print);
  await user.click(await ready(text('paper.print')));
  expect(print).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says so where Teams lets nobody print, and gives the sheets as a file that is safe to open', async () => {
  const { user } = await begin();
  vi.stubGlobal('print', () => undefined);
  await user.click(await ready(text('paper.print')));
  expectText(screen.getByRole('alert'), text('paper.blocked'));
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as Blob);
    return 'blob:x';
  });
  await user.click(await ready(text('paper.save')));
  const page = (await saved[0]?.text()) ?? '';
  expect(page).toMatch(/^<!doctype html>\n<html[^>]* lang="da"/);
  expect(page).toContain('@page');
  // The sheets wait unseen in the panel, and are all there is in the file.
  expect(page).not.toContain('display: none');
  expect(page).toContain('&lt;b&gt;Vores&lt;/b&gt; eget?');
  expectText(screen.getByRole('status'), text('paper.saved', { name: text('paper.file') }));
});

it('takes the sheets away when it is closed', async () => {
  const { user } = await begin();
  await user.click(await ready(text('paper.close')));
  expect(sheets()).toEqual([]);
});
