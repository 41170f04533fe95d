import { screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { expectText, show, text as panelText } from '../../testing/renderPanel.tsx';
import { at, aView } from '../../testing/views.ts';
import { aMine } from './testing/aMine.ts';
import { loadMineText } from './useMineText.ts';

const text = await loadMineText(panelText);

const saved: { readonly name: string; readonly text: Promise<string> }[] = [];
let blobs = new Map<string, Blob>();

beforeEach(() => {
  saved.length = 0;
  blobs = new Map();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: blobs.get(this.href)?.text() ?? Promise.resolve('') });
  });
});
afterEach(() => vi.restoreAllMocks());

const MyData = lazy(async () => ({ default: (await import('./MyData.tsx')).MyData }));

const open = (mine = aMine()) => {
  const page = (
    <Suspense>
      <MyData mine={mine} />
    </Suspense>
  );
  return show(createServer(aView()), { page });
};

const button = (name: string) => screen.findByRole('button', { name });

it('saves everything that is stored about the person in a file, and offers the same to copy', async () => {
  const deleted = [
    { item: 'Velkomst', question: 'Og?', source: 'own', postedAt: at('10:31'), deletedAt: at('10:32') },
  ] as const;
  const mine = aMine({ deleted, led: [{ item: 'Velkomst', openedAt: at('10:29') }], teamsIds: ['29:anna'] });
  const { user } = open(mine);
  await user.click(await button(text('mine.data')));
  const file = 'mine-data-2026-05-14.json';
  expect(saved.map(({ name }) => name)).toEqual([file]);
  expect(JSON.parse((await saved[0]?.text) ?? '')).toEqual(JSON.parse(JSON.stringify(mine)));
  expectText(screen.getByRole('status'), text('mine.data.saved', { file }));
  expect(screen.getByText(text('mine.data.saved', { file }), { selector: 'p' })).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByText(text('mine.data.noFile')));
  const field = screen.getByLabelText<HTMLTextAreaElement>(text('mine.data.text'));
  expect(JSON.parse(field.value)).toEqual(JSON.parse(JSON.stringify(mine)));
  await user.click(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
});

it('shows the text to copy at once where the browser knows no downloads', async () => {
  const known = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'download');
  if (known === undefined) throw new Error('no browser of this test knows downloads');
  Reflect.deleteProperty(HTMLAnchorElement.prototype, 'download');
  onTestFinished(() => void Object.defineProperty(HTMLAnchorElement.prototype, 'download', known));
  const { user } = open();
  await user.click(await button(text('mine.data')));
  expectText(screen.getByRole('alert'), text('mine.data.copy'));
  expect(screen.getByLabelText(text('mine.data.text'))).toBeInstanceOf(HTMLElement);
  expect(saved).toEqual([]);
});

it.each(['allowed', 'refused'] as const)(
  'copies the text, or marks it for whoever copies it: %s',
  async (clipboard) => {
    const { user } = open();
    if (clipboard === 'refused')
      vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await user.click(await button(text('mine.data')));
    await user.click(screen.getByText(text('mine.data.noFile')));
    await user.click(await button(text('mine.data.copyText')));
    const field = screen.getByLabelText<HTMLTextAreaElement>(text('mine.data.text'));
    const told = clipboard === 'allowed' ? 'mine.data.copied' : 'mine.data.byHand';
    expect(await screen.findByText(text(told), { selector: 'p' })).toBeInstanceOf(HTMLElement);
    expectText(screen.getByRole('status'), text(told));
    if (clipboard === 'allowed') expect(await navigator.clipboard.readText()).toBe(field.value);
    else expect([document.activeElement, field.selectionEnd]).toEqual([field, field.value.length]);
  },
);
