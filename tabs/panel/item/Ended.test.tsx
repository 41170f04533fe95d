import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { loadHistoryText } from '../../channel/history/useHistoryText.ts';
import { loadTexts } from '../../app/texts.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { createHost, expectText, show, text } from '../../testing/renderPanel.tsx';
import { aRound, aViewOf, at } from '../../testing/views.ts';
import { firstWords } from '../question/firstWords.ts';

const words = await loadHistoryText(await loadTexts('da'));
const mine = { text: 'Vi mangler en makker.', at: at('10:42'), late: false, revision: 1 };
const digest = { key: 'z!p!digest!1', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/2' } as const;
const ended = (round: Parameters<typeof aViewOf>[0], version = at('10:50')) =>
  aViewOf(
    { status: 'closed', closedAt: at('10:44'), ...round },
    { status: 'ended', endedAt: at('10:45'), digest, version, lead: { name: 'Anna Holm', mine: true } },
  );
const question = aRound().question.text;

it('tells whoever answered that their answer is kept, without the whole question and without roles', async () => {
  show(createServer(ended({ mine })));
  const kept = text('answer.kept', { question: firstWords(question, 45).replace('\u00a0', ' ') });
  expect(await screen.findByText(kept)).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(question)).toBeNull();
  expect(document.body.textContent).not.toContain(text('lead.you'));
});

it('tells whoever answered after closing that theirs came later', async () => {
  show(createServer(ended({ mine: { ...mine, late: true } })));
  const kept = text('answer.kept.late', { question: firstWords(question, 45).replace('\u00a0', ' ') });
  expect(await screen.findByText(kept)).toBeInstanceOf(HTMLElement);
});

it('deletes one’s own answer after the item, once asked', async () => {
  const { user, server } = show(createServer(ended({ mine })));
  await user.click(await ready(text('answer.delete')));
  expect(screen.getByText(text('answer.delete.sure'))).toBeInstanceOf(HTMLElement);
  expect(server.asked).toEqual([]);
  server.answerNextAndShow(ended({}, at('10:51')));
  await user.click(await ready(text('answer.delete.confirm')));
  await waitFor(() => expectText(screen.getByRole('status'), text('answer.deleted')));
  expect(server.asked[0]?.method).toBe('DELETE');
  expect(screen.queryByRole('button', { name: text('answer.delete') })).toBeNull();
});

it.each(['sidePanel', 'content'] as const)(
  'copies the draft of the minutes where the item ended: %s',
  async (frame) => {
    const { user, server } = show(createServer(ended({})), { host: createHost({ frame }) });
    server.answerNext({ status: 200, body: { text: '# Velkomst' } });
    await user.click(await screen.findByText(words('history.copy')));
    await screen.findByText(words('history.copied'), { selector: 'p' });
    expect(await navigator.clipboard.readText()).toBe('# Velkomst');
    expect(server.asked[0]?.path).toBe('/api/meetings/udvalg.7/minutes');
    expect(screen.queryByText(words('history.document'))).toBeNull();
  },
);

it('offers no draft where nothing was asked', async () => {
  const view = aViewOf({}, { status: 'ended', endedAt: at('10:45'), round: undefined });
  show(createServer(view));
  await screen.findByText(text('item.noDigest'));
  expect(screen.queryByText(words('history.copy'))).toBeNull();
});
