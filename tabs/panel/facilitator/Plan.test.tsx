import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHistory } from '../../channel/history/testing/history.ts';
import { chooseMore } from '../../testing/chooseMore.ts';
import { createClock } from '../../testing/clock.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready, takesPresses } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const [first, second, third] = [
  aPlanned({ id: '3/1', text: 'Den ene?' }),
  aPlanned({ id: '3/2', text: 'Den anden?' }),
  aPlanned({ id: '3/3', text: 'Den tredje?' }),
];
const opened = aViewOf(
  { answers: [anAnswer()] },
  { lead, plan: [{ ...first, status: 'open' }, second], version: at('10:31') },
);
const closed = aViewOf(
  { status: 'closed', closedAt: at('10:44') },
  { lead, plan: [{ ...first, status: 'closed' }, second, third], version: at('10:44') },
);

const bar = () => screen.findByRole('region', { name: text('lead.bar') });
const plan = () => screen.queryByRole('region', { name: text('plan') });
const answers = () => screen.queryByRole('region', { name: text('answers.label') });
const label = (key: 'plan.skip' | 'plan.takeUp' | 'plan.putThis', { text: question }: typeof first) =>
  text(`${key}.label`, { question });

it('stands in place of the question, and gives it back as it was', async () => {
  const { user } = show(createServer(opened));
  await ready(text('more'));
  await user.type(await screen.findByLabelText(text('answer.label')), 'Halvt svar');
  await chooseMore(user, text('lead.plan'));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: text('plan') }));
  expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual(['Velkomst']);
  expect(answers()).toBeNull();
  await user.click(await ready(text('lead.back')));
  expect(plan()).toBeNull();
  expect(document.activeElement).toBe(await ready(text('more')));
  expect(answers()).toBeInstanceOf(HTMLElement);
  expect(screen.getByLabelText<HTMLTextAreaElement>(text('answer.label')).value).toBe('Halvt svar');
});

it('is left with Escape, and the focus goes back', async () => {
  const { user } = show(createServer(opened));
  await chooseMore(user, text('lead.plan'));
  await user.keyboard('{Escape}');
  expect(plan()).toBeNull();
  expect(document.activeElement).toBe(await ready(text('more')));
});

it('shows the answers where they were read', async () => {
  const { user } = show(createServer(opened));
  await ready(text('more'));
  scrollTo(0, 240);
  await chooseMore(user, text('lead.plan'));
  scrollTo(0, 0);
  await user.click(await ready(text('lead.back')));
  expect(scrollY).toBe(240);
});

it('has ending last, and asks for what has not been put', async () => {
  const { user } = show(createServer(opened));
  await chooseMore(user, text('lead.plan'));
  const buttons = within(plan() ?? document.body).getAllByRole('button');
  const last = [text('plan.change'), text('paper'), text('plan.end')];
  expect(buttons.map(({ textContent }) => textContent).slice(-3)).toEqual(last);
  // All three look like buttons, none as the next step.
  await ready(text('plan.end'));
  expect(new Set(buttons.slice(-3).map(({ className }) => className)).size).toBe(1);
  await user.click(await ready(text('plan.end')));
  expectText(await bar(), text('end.closes'));
  expectText(await bar(), text('end.left', { count: 1 }));
  expect(answers()).toBeInstanceOf(HTMLElement);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(await ready(text('lead.close')));
});

it('skips a question, takes one up again, and puts another one first', async () => {
  const view = aView({ item: anItem({ lead, plan: [first, { ...second, status: 'skipped' }, third] }) });
  const { user, server } = show(createServer(view));
  await user.click(await ready(label('plan.skip', first)));
  await user.click(await ready(label('plan.takeUp', second)));
  await user.click(await ready(label('plan.putThis', third)));
  expect(server.asked.map(({ body }) => [body['question'], body['skipped']])).toEqual([
    ['3/1', true],
    ['3/2', false],
    ['3/3', undefined],
  ]);
});

it('shows the question that it puts, and has the focus at the next step', async () => {
  const { user, server } = show(createServer(closed));
  await chooseMore(user, text('lead.plan'));
  const put = aViewOf(
    { id: 'r002', question: { text: 'Den tredje?', points: [] } },
    { lead, plan: [first, second, { ...third, status: 'open' }], version: at('10:50') },
  );
  server.answerNext({ status: 201, body: put });
  await user.click(await ready(label('plan.putThis', third)));
  expect(await screen.findByRole('heading', { level: 1, name: 'Den tredje?' })).toBeInstanceOf(HTMLElement);
  expect(plan()).toBeNull();
  expect(document.activeElement).toBe(await ready(text('lead.close')));
});

it('counts no press for a second after each change: another button may have come under the finger', async () => {
  const clock = createClock();
  const { user, server } = show(createServer(closed), { after: clock.after });
  const button = (name: string) => screen.findByRole('button', { name });
  await button(text('more'));
  clock.pass(1_000);
  await chooseMore(user, text('lead.plan'));
  for (const name of [label('plan.putThis', third), label('plan.skip', second), text('plan.end'), text('lead.back')]) {
    await user.click(await button(name));
  }
  clock.pass(1_000);
  const skipped = aViewOf(
    { status: 'closed', closedAt: at('10:44') },
    { lead, plan: [{ ...first, status: 'closed' }, { ...second, status: 'skipped' }, third], version: at('10:45') },
  );
  server.answerNext({ status: 200, body: skipped });
  await user.click(await button(label('plan.skip', second)));
  const again = await button(label('plan.takeUp', second));
  clock.pass(999);
  await user.click(again);
  await user.click(await button(label('plan.putThis', second)));
  expect(server.asked.map(({ body }) => body['question'])).toEqual(['3/2']);
  clock.pass(1);
  expect(takesPresses(again)).toBe(true);
  await user.click(again);
  await waitFor(() => expect(server.asked).toHaveLength(2));
});

it('counts no second press on the way to the plan as the way back', async () => {
  const clock = createClock();
  const { user } = show(createServer(opened), { after: clock.after });
  await screen.findByRole('button', { name: text('more') });
  clock.pass(1_000);
  await chooseMore(user, text('lead.plan'));
  await user.click(screen.getByRole('button', { name: text('lead.back') }));
  expect(plan()).toBeInstanceOf(HTMLElement);
});

it('marks what was sent out beforehand', async () => {
  const ahead = { key: 'r002!p!a', status: 'sent' } as const;
  show(
    createServer({
      ...opened,
      item: anItem({
        lead,
        plan: [
          { ...first, status: 'waiting' },
          { ...third, ahead },
        ],
      }),
    }),
  );
  const minutes = text('plan.minutes', { count: 8 });
  expect(await screen.findByText(`${minutes} · ${text('plan.next')}`)).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(`${minutes} · ${text('plan.ahead')}`)).toBeInstanceOf(HTMLElement);
});

it('leads on before the first question too, under the plan and above the bar', async () => {
  const { user, server } = show(createServer(aView({ item: anItem({ lead, plan: [first] }) })));
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext({ status: 200, body: aHistory() });
  const mine = await screen.findByRole('button', { name: text('mine') });
  expect(screen.getAllByRole('button', { name: text('mine') })).toHaveLength(1);
  expect(plan()?.compareDocumentPosition(mine)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(mine.compareDocumentPosition(await bar())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.click(await ready(text('plan.change')));
  await waitFor(() => expect(screen.queryByRole('button', { name: text('mine') })).toBeNull());
});
