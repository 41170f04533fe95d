import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, at } from '../../testing/views.ts';
import { answerForm, beginChange, lead, plan, plansSent, viewOf } from './testing/changingPlan.ts';

const press = ready;
const begin = beginChange;

it('adds a question, moves it, and saves what is left of the plan in order', async () => {
  const shown = await begin();
  const { user } = shown;
  await user.click(await screen.findByRole('checkbox', { name: 'Spørgsmål 1 i tema 2?', hidden: true }));
  await user.click(await press(text('picker.up.label', { position: 4 })));
  expectText(screen.getByRole('status'), text('picker.moved', { position: 3, of: 4 }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: text('picker.up.label', { position: 3 }) }));
  await user.click(await press(text('plan.save')));
  await screen.findByRole('heading', { name: text('plan') });
  expect(plansSent(shown)[0]).toMatchObject({
    base: [
      { question: '1/2', minutes: 8 },
      { id: 'own/12345678', own: 'Vores eget?', minutes: 8 },
    ],
    material: 'proeve',
    plan: [
      { question: '1/2', minutes: 8 },
      { question: '2/1', minutes: 8 },
      { id: 'own/12345678', own: 'Vores eget?', minutes: 8 },
    ],
  });
});

it('counts what is not put yet, by the numbers that the questions have on the whole plan', async () => {
  const shown = await begin();
  expect(screen.getByRole('heading', { name: text('picker.left', { count: 2 }) })).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('picker.sum.left', { count: 2, minutes: 16 }))).toBeInstanceOf(HTMLElement);
  expect([...document.querySelectorAll('ol > li')].map((part) => part.querySelector('p')?.textContent)).toEqual([
    text('plan.line', { position: 2, question: 'Spørgsmål 2 i tema 1?' }),
    text('plan.line', { position: 3, question: 'Vores eget?' }),
  ]);
  // The first of them goes no higher, and the last no lower.
  await shown.user.click(await screen.findByRole('button', { name: text('picker.up.label', { position: 2 }) }));
  await shown.user.click(await screen.findByRole('button', { name: text('picker.down.label', { position: 3 }) }));
  expect(screen.getByRole('status').textContent).toBe('');
});

it('removes a question', async () => {
  const shown = await begin();
  await shown.user.click(await press(text('picker.remove.label', { position: 2 })));
  expect(document.activeElement?.textContent).toBe(text('picker.left', { count: 1 }));
  await shown.user.click(await press(text('plan.save')));
  expect(plansSent(shown)[0]?.['plan']).toEqual([{ id: 'own/12345678', own: 'Vores eget?', minutes: 8 }]);
});

it('adds a question of the committee’s own', async () => {
  const shown = await begin();
  await shown.user.type(screen.getByLabelText(text('picker.own')), ' Hvad mere? ');
  await shown.user.click(await press(text('picker.own.add')));
  await shown.user.click(await press(text('plan.save')));
  expect(plansSent(shown)[0]?.['plan']).toContainEqual({
    id: expect.stringMatching(/^own\/[\w-]{36}$/) as string,
    own: 'Hvad mere?',
    minutes: 8,
  });
});

const angle = (position: number) => screen.getByLabelText(text('picker.angle.label', { position }));

it('keeps what was written where somebody else changed the same question, shows theirs, and saves again', async () => {
  const shown = await begin();
  await shown.user.type(angle(2), 'Min vinkel');
  const theirs = plan.map((one) => (one.id === '1/2' ? { ...one, angle: 'Deres vinkel', minutes: 12 } : one));
  const added = aPlanned({ id: '2/2', text: 'Spørgsmål 2 i tema 2?' });
  const stored = viewOf({ plan: [...theirs, added], version: at('10:41') });
  shown.server.answerNextAndShow(stored, refusal(412, { code: 'PlanChanged', view: stored }));
  await shown.user.click(await press(text('plan.save')));
  expectText(await screen.findByRole('alert'), text('theirs.told'));
  expect(angle(2)).toHaveProperty('value', 'Min vinkel');
  const version = (name: string) =>
    within(screen.getByRole('list', { name }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  // A question of one sentence is always asked whole.
  expect(version(text('theirs.theirs'))).toEqual(['12 min.', text('theirs.angle', { angle: 'Deres vinkel' })]);
  expect(version(text('theirs.yours'))).toEqual(['8 min.', text('theirs.angle', { angle: 'Min vinkel' })]);
  await shown.user.click(await press(text('plan.save')));
  await screen.findByRole('heading', { name: text('plan') });
  const base = [
    { question: '1/2', minutes: 12, angle: 'Deres vinkel' },
    { id: 'own/12345678', own: 'Vores eget?', minutes: 8 },
    { question: '2/2', minutes: 8 },
  ];
  expect(plansSent(shown)[1]).toMatchObject({
    base,
    plan: base.with(0, { question: '1/2', minutes: 8, angle: 'Min vinkel' }),
  });
});

it('takes the others’ version where that is wanted', async () => {
  const shown = await begin();
  await shown.user.type(angle(2), 'Min vinkel');
  const theirs = plan.map((one) => (one.id === '1/2' ? { ...one, angle: 'Deres vinkel' } : one));
  const stored = viewOf({ plan: theirs, version: at('10:41') });
  shown.server.answerNext(refusal(412, { code: 'PlanChanged', view: stored }));
  await shown.user.click(await press(text('plan.save')));
  await shown.user.click(await press(text('theirs.take')));
  expect(angle(2)).toHaveProperty('value', 'Deres vinkel');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('has what was written when the page was left in the middle, and can begin again', async () => {
  const first = await begin();
  await first.user.type(angle(2), 'Halv vinkel');
  first.leave();
  const again = await begin();
  expect(angle(2)).toHaveProperty('value', 'Halv vinkel');
  await again.user.click(await press(text('prepare.again.stored')));
  expect(angle(2)).toHaveProperty('value', '');
});

it('asks one sentence of a question with several, word for word', async () => {
  const [theme, ...others] = aMaterial.themes;
  const [first, second] = theme?.questions ?? [];
  if (!theme || !first || !second) throw new Error('the material has too little');
  const two = { ...second, text: 'Hvad virker? Hvad gør ikke?', sentences: ['Hvad virker?', 'Hvad gør ikke?'] };
  const shown = show(createServer(aView({ item: anItem({ lead, plan: [aPlanned({ id: '1/2', text: two.text })] }) })));
  const materials = [{ ...aMaterial, themes: [{ ...theme, questions: [first, two] }, ...others] }];
  shown.server.answerNext({ status: 200, body: { materials } });
  shown.server.answerNext({ status: 200, body: aHistory() });
  await shown.user.click(await press(text('plan.change')));
  await press(text('plan.save'));
  expect(screen.getByRole('radio', { name: text('picker.sentence.whole'), hidden: true })).toHaveProperty(
    'checked',
    true,
  );
  await shown.user.click(screen.getByRole('radio', { name: 'Hvad gør ikke?', hidden: true }));
  // In its own language, inside our line.
  expectText(
    screen.getByText('Hvad gør ikke?', { selector: 'p [lang=da]' }).parentElement as HTMLElement,
    text('plan.line', { position: 1, question: 'Hvad gør ikke?' }),
  );
  await shown.user.click(await press(text('plan.save')));
  expect(plansSent(shown)[0]?.['plan']).toEqual([{ question: '1/2', sentence: 1, minutes: 8 }]);
});

it('is given up, and the focus is at the plan', async () => {
  const { user } = await begin();
  await user.click(await press(text('lead.back')));
  expect(document.activeElement).toBe(await screen.findByRole('heading', { name: text('plan') }));
});

it('says that the material could not be had, and tries again', async () => {
  const shown = show(createServer(viewOf()));
  shown.server.answerNext('unreachable');
  await shown.user.click(await press(text('plan.change')));
  expectText(await screen.findByRole('alert'), text('materials.failed'));
  answerForm(shown.server);
  await shown.user.click(await press(text('again')));
  expect(await press(text('plan.save'))).toBeInstanceOf(HTMLElement);
});

it('leads back to the plan from where the material could not be had', async () => {
  const shown = show(createServer(viewOf()));
  shown.server.answerNext('unreachable');
  await shown.user.click(await press(text('plan.change')));
  await screen.findByRole('alert');
  await shown.user.click(await press(text('lead.back')));
  expect(document.activeElement).toBe(await screen.findByRole('heading', { name: text('plan') }));
});

describe('dragging', () => {
  const handle = (position: number) => {
    const part = screen.getByRole('button', { name: text('picker.up.label', { position }) }).closest('li');
    const found = part?.querySelector('svg')?.parentElement;
    if (!found) throw new Error('no handle');
    return found;
  };
  /** A finger moves, and what follows from it is drawn. */
  const now = (moves: () => unknown): void => act(() => void moves());
  const order = () => [...document.querySelectorAll('ol > li')].map((part) => part.querySelector('p')?.textContent);
  const line = (position: number, question: string) => text('plan.line', { position, question });
  const [first, own] = ['Spørgsmål 2 i tema 1?', 'Vores eget?'];

  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockImplementation(() => undefined);
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return new DOMRect(0, 100 * [...(this.parentElement?.children ?? [])].indexOf(this), 280, 100);
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('puts a question in another place, and says which', async () => {
    await begin();
    now(() => fireEvent.pointerDown(handle(3), { button: 0, pointerId: 1 }));
    now(() => fireEvent.pointerMove(handle(3), { clientY: 20 }));
    expect(order()).toEqual([line(2, own), line(3, first)]);
    now(() => fireEvent.pointerUp(handle(2)));
    expectText(screen.getByRole('status'), text('picker.moved', { position: 2, of: 3 }));
    now(() => fireEvent.pointerMove(handle(2), { clientY: 180 }));
    expect(order()).toEqual([line(2, own), line(3, first)]);
  });

  it('puts it back with Escape, and where the browser takes the pointer away', async () => {
    const { user } = await begin();
    const takeAway = (): Promise<void> => {
      now(() => fireEvent.pointerCancel(handle(2)));
      return Promise.resolve();
    };
    for (const giveUp of [() => user.keyboard('{Escape}'), takeAway]) {
      now(() => fireEvent.pointerDown(handle(3), { button: 0, pointerId: 1 }));
      now(() => fireEvent.pointerMove(handle(3), { clientY: 20 }));
      expect(order()).toEqual([line(2, own), line(3, first)]);
      await giveUp();
      expect(order()).toEqual([line(2, first), line(3, own)]);
    }
  });
});
