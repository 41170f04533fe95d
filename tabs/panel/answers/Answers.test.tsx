import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, aViewOf, at } from '../../testing/views.ts';

const LONG = `${'Vi mangler en fast makker. '.repeat(40)}Det var alt.`;
const whole = (name: string) => screen.findByRole('button', { name: text('answers.whole.label', { name }) });

it('folds a long answer, and shows all of it at a press', async () => {
  const { user } = show(createServer(aViewOf({ answers: [anAnswer({ text: LONG })] })));
  const button = await whole('Jens Bro');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(screen.getByRole('listitem').textContent).not.toContain('Det var alt.');
  await user.click(button);
  expect(screen.getByText(LONG)).toBeInstanceOf(HTMLElement);
  const less = screen.getByRole('button', { name: text('answers.less.label', { name: 'Jens Bro' }) });
  expect(less.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(less);
});

it('brings a long answer back into sight when it is folded from its end', async () => {
  const { user } = show(createServer(aViewOf({ answers: [anAnswer({ text: LONG })] })));
  await user.click(await whole('Jens Bro'));
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function scroll(this: Element) {
    seen.push(this);
  };
  await user.keyboard('{Enter}');
  expect(screen.getByRole('listitem').textContent).not.toContain('Det var alt.');
  expect(seen.map(({ textContent }) => textContent.includes('Vi mangler'))).toEqual([true]);
});

it('folds one’s own long answer too, and no short one', async () => {
  const answers = [anAnswer(), anAnswer({ id: 't2', name: 'Anna Holm', mine: true, source: 'own', text: LONG })];
  show(createServer(aViewOf({ answers })));
  await whole('Anna Holm');
  expect(screen.getByText('Vi mangler en fast makker.')).toBeInstanceOf(HTMLElement);
  expect(screen.getAllByRole('button', { expanded: false })).toHaveLength(1);
});

it('names the side whose wording an answer is', async () => {
  show(createServer(aViewOf({ answers: [anAnswer({ side: 'employees' })] })));
  const answer = await screen.findByRole('listitem');
  expect(answer.textContent).toContain(
    `${text('answers.side.employees')}\u00a0· Jens Bro\u00a0· ${text('answers.source.thread')}`,
  );
});

it('says once that names are hidden, and names nobody but oneself', async () => {
  const answers = [
    anAnswer({ name: undefined }),
    anAnswer({ id: 't2', name: 'Anna Holm', mine: true, source: 'own' }),
    anAnswer({ id: 't3', name: undefined, side: 'leadership' }),
  ];
  show(createServer(aViewOf({ answers }, { names: 'hidden' })));
  expect(await screen.findByText(text('answers.namesHidden'))).toBeInstanceOf(HTMLElement);
  const [first, second, third] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(first?.startsWith(text('answers.source.thread'))).toBe(true);
  expect(second?.startsWith(`${text('answers.you')}\u00a0· ${text('answers.source.own')}`)).toBe(true);
  expect(third?.startsWith(`${text('answers.side.leadership')}\u00a0· ${text('answers.source.thread')}`)).toBe(true);
  expect(document.body.textContent).not.toContain(text('answers.noName'));
});

it('says when an answer came, with its day where that is not the question’s', async () => {
  const before = '2026-05-12T08:12:00';
  const answers = [
    anAnswer({ id: 't1', postedAt: new Date(before).toISOString(), prepared: true }),
    anAnswer({ id: 't2', postedAt: at('08:40'), prepared: true }),
    anAnswer({ id: 't3', postedAt: new Date('2026-05-15T07:05:00').toISOString(), late: true }),
    anAnswer({ id: 't4', postedAt: at('10:42') }),
  ];
  show(createServer(aViewOf({ answers })));
  const said = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
  const inThread = `Jens Bro\u00a0· ${text('answers.source.thread')}`;
  expect(said[0]).toContain(`${inThread}\u00a0· ${text('answers.prepared')}, 12. maj kl.\u00a008.12Vi`);
  expect(said[1]).toContain(`${inThread}\u00a0· ${text('answers.prepared')}, 08.40Vi`);
  expect(said[2]).toContain(`${inThread}\u00a0· 15. maj kl.\u00a007.05\u00a0· ${text('answers.late')}Vi`);
  expect(said[3]).toContain(`${inThread}\u00a0· 10.42Vi`);
});

it('has its heading before the first answer too, without a number', async () => {
  show(createServer(aViewOf({})));
  await screen.findByText(text('answers.empty'));
  expect(screen.getByRole('heading', { name: text('answers.label') })).toBeInstanceOf(HTMLElement);
});

it('has its heading before the question is in the channel, and names no place there to answer', async () => {
  show(createServer(aViewOf({ post: { key: 'r001!p!q', status: 'unknown' } })));
  await screen.findByText(text('answers.none'));
  expect(screen.getByRole('heading', { name: text('answers.label') })).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('answers.empty'))).toBeNull();
});

it.each([
  ['', 'answers.noText'],
  [undefined, 'answers.textMissing'],
] as const)('leads to the answer in Teams where there is nothing of it to read (%j)', async (words, key) => {
  const link = 'https://teams.microsoft.com/l/message/c/2?parentMessageId=1';
  const answers = [anAnswer({ text: words, link }), anAnswer({ id: 't2' })];
  show(createServer(aViewOf({ answers })));
  const [wordless, other] = await screen.findAllByRole('listitem');
  if (wordless === undefined || other === undefined) throw new Error('there are no answers');
  expect(wordless.textContent).toContain(text(key));
  const open = within(wordless).getByRole('link', { name: text('question.thread.read') });
  expect(open.getAttribute('href')).toBe(link);
  expect(within(other).queryByRole('link')).toBeNull();
});
