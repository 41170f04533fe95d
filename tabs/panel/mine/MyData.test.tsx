import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { later, WhenLoaded } from '../../app/later.tsx';
import { createServer } from '../../testing/fakeServer.ts';
import { expectText, show, text as panelText } from '../../testing/renderPanel.tsx';
import { at, aView } from '../../testing/views.ts';
import { aMine, inThread } from './testing/aMine.ts';
import { loadMineText } from './useMineText.ts';

const text = await loadMineText(panelText);

const HEAD = `Det, MED-dialog har gemt om dig
Lokaludvalget, hentet 14. maj 2026 kl. 11.00

Navn: Anna Holm
Id i Microsoft Entra: oid-anna
`;
const READABLE = `${HEAD}Id i Teams: 29:anna
Du har føjet appen til teamet. Det står i velkomsten i kanalen.

Din plads i udvalget
- Næstformand
- Medlem

Dine svar: 1

Velkomst · 14. maj 2026
Spørgsmål: Hvordan kan vi styrke den gode velkomst?
Svar: Vi mangler en fast makker.
Skrevet i tråden kl. 10.42 · rettet kl. 10.44 · kommet senere
Tråden: https://teams.microsoft.com/l/message/x/1

Svar, der er slettet: 1. Appen gemmer, at de blev givet.

Velkomst · 14. maj 2026
Spørgsmål: Og?
Skrevet i appen kl. 10.31 · slettet 14. maj 2026 kl. 10.32

Skrevet i tråden og ikke knyttet til et spørgsmål endnu

Svar: Straks
14. maj 2026 · Skrevet i tråden kl. 10.43

Punkter, du har ledet eller stillet spørgsmål i
- Trivsel · 14. maj 2026

Punkter, hvor du har været referent eller har skrevet andres svar ned
- Sygefravær · 14. maj 2026

Dit prøvesvar
Prøve
Skrevet 14. maj 2026 kl. 10.20. Ingen andre i teamet kan se det, og det slettes af sig selv efter et døgn.
`;

/** Without the spaces and hyphens at which no line breaks. */
const plain = (words = ''): string => words.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

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

const MyData = later(async () => ({ default: (await import('./MyData.tsx')).MyData }));

const open = (mine = aMine()) => {
  const page = (
    <WhenLoaded>
      <MyData mine={mine} />
    </WhenLoaded>
  );
  return show(createServer(aView()), { page });
};

const button = (name: string) => screen.findByRole('button', { name });

it('saves everything that is stored about the person as a data file, and offers the same to copy', async () => {
  const deleted = [
    { item: 'Velkomst', question: 'Og?', source: 'own', postedAt: at('10:31'), deletedAt: at('10:32') },
  ] as const;
  const mine = aMine({ deleted, led: [{ item: 'Velkomst', openedAt: at('10:29') }], teamsIds: ['29:anna'] });
  const { user } = open(mine);
  await user.click(await button(text('mine.data.json')));
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

it('saves the same as text that a person can read', async () => {
  const deleted = [
    { item: 'Velkomst', question: 'Og?', source: 'own', postedAt: at('10:31'), deletedAt: at('10:32') },
  ] as const;
  const { user } = open(
    aMine({
      readAt: at('11:00'),
      answers: [inThread],
      deleted,
      led: [{ item: 'Trivsel', openedAt: at('10:29') }],
      wroteDown: [{ item: 'Sygefravær', openedAt: at('10:29') }],
      listed: ['deputy', 'member'],
      waiting: [{ text: 'Straks', postedAt: at('10:43') }],
      trial: { text: 'Prøve', at: at('10:20') },
      installed: true,
      teamsIds: ['29:anna'],
    }),
  );
  await user.click(await button(text('mine.data')));
  expect(saved.map(({ name }) => name)).toEqual(['mine-data-2026-05-14.txt']);
  expect(plain(await saved[0]?.text)).toBe(READABLE);
});

it('leaves out of the text what there is nothing of', async () => {
  const { user } = open(aMine({ readAt: at('11:00'), answers: [] }));
  await user.click(await button(text('mine.data')));
  expect(plain(await saved[0]?.text)).toBe(HEAD);
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
