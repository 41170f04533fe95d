import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUESTION_LIMIT } from '../../api/limits.ts';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aView } from '../../testing/views.ts';
import { DIGITS } from './styles.ts';
import { beginChange, viewOf } from './testing/changingPlan.ts';

const press = (name: string) => screen.findByRole('button', { name });
const box = (name: string) => screen.findByRole('checkbox', { name, hidden: true });
const own = () => screen.getByLabelText<HTMLTextAreaElement>(text('picker.own'));
const angle = () => screen.getByLabelText<HTMLTextAreaElement>(text('picker.angle.label', { position: 1 }));

async function begin() {
  const shown = show(createServer(aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } })));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  shown.server.answerNext({ status: 200, body: aHistory() });
  await shown.user.click(await press(text('open.begin')));
  await press(text('open.confirm'));
  return shown;
}

/** What somebody pastes takes no time to type. */
async function paste({ user }: Awaited<ReturnType<typeof begin>>, words: string): Promise<void> {
  await user.click(own());
  await user.paste(words);
}

it('counts a question of the committee’s own as it is written, and counts nothing while one is too long to be saved', async () => {
  const shown = await begin();
  await paste(shown, 'x'.repeat(QUESTION_LIMIT));
  expect(screen.getByText(text('picker.sum', { count: 1, minutes: 8 }))).toBeInstanceOf(HTMLElement);
  await paste(shown, 'x');
  expect(screen.getByText(text('picker.sum.wrong'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('picker.sum', { count: 1, minutes: 8 }))).toBeNull();
});

it('goes to the question that is too long where nothing else could be saved', async () => {
  const shown = await begin();
  await paste(shown, 'x'.repeat(QUESTION_LIMIT + 1));
  await shown.user.click(await press(text('open.confirm')));
  expect(document.activeElement).toBe(own());
});

it('has the number before a question and its angle', async () => {
  const { user } = await begin();
  await user.click(await box('Spørgsmål 1 i tema 1?'));
  await user.type(angle(), 'Hos os?');
  const chosen = document.querySelector('ol > li');
  expect([...(chosen?.querySelectorAll('p') ?? [])].slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    text('plan.line', { position: 1, question: 'Dagens vinkel: Hos os?' }),
    'Spørgsmål 1 i tema 1?',
  ]);
});

it('has all lines of a question below its first word, also where its number has two digits', async () => {
  const many = Array.from({ length: 10 }, (_, index) => aPlanned({ id: `own/${index}`, theme: undefined }));
  await beginChange(viewOf({ plan: many }));
  const digits = [...document.querySelectorAll('ol > li')].map((question) =>
    question.querySelector<HTMLElement>('[style]')?.style.getPropertyValue(DIGITS),
  );
  expect(digits).toEqual(many.map((_, index) => (index < 9 ? '1' : '2')));
});

describe('a field, in a browser whose fields do not grow by themselves,', () => {
  beforeEach(() => {
    vi.stubGlobal('CSS', { supports: () => false });
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
      return this instanceof HTMLTextAreaElement ? 20 * this.value.split('\n').length : 0;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('grows with a question of the committee’s own', async () => {
    const shown = await begin();
    await paste(shown, 'Én\nTo\nTre');
    expect(own().style.height).toBe('60px');
  });

  it('grows with the angle, and is as high as that when it is unfolded', async () => {
    const { user } = await begin();
    await user.click(await box('Spørgsmål 1 i tema 1?'));
    await user.type(angle(), 'Én\nTo\nTre\nFire');
    expect(angle().style.height).toBe('');
    await user.click(screen.getByText(text('picker.adapt')));
    expect(angle().style.height).toBe('80px');
    await user.type(angle(), '\nFem');
    expect(angle().style.height).toBe('100px');
  });
});

it('speaks of the material, and of no press, where that cannot be loaded', async () => {
  const { user, server } = show(createServer(aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } })));
  server.answerNext('unreachable');
  await user.click(await press(text('open.begin')));
  const told = await screen.findByRole('alert');
  expectText(told, text('materials.failed'));
  expect(told.textContent).not.toContain(text('failed.offline'));
});
