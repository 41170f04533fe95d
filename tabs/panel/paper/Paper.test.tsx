import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../testing/views.ts';

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

async function begin() {
  const shown = show(createServer(view));
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
