import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseMore } from '../../testing/chooseMore.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const plan = [aPlanned({ status: 'open' }), aPlanned({ id: '3/2' })];
const opened = aViewOf({ endsAt: at('10:39') }, { lead, plan });
const list = () => screen.queryByRole('list', { name: text('more') });
const choices = () =>
  within(list() ?? document.body)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

it('has all that is rarely needed, and takes the focus to it', async () => {
  const { user } = show(createServer(opened), { now: () => Date.parse(at('10:31')) });
  await user.click(await ready(text('more')));
  const keys = [
    'more.room',
    'more.extend',
    'more.answers.names',
    'more.handOver',
    'more.scribe',
    'lead.plan',
    'plan.end',
  ];
  expect(choices()).toEqual((keys as Parameters<typeof text>[0][]).map((key) => text(key)));
  expect(document.activeElement?.textContent).toBe(text('more.room'));
  await user.keyboard('{Escape}');
  expect(list()).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: text('more') }));
});

it('has no two minutes more while they stand in the bar', async () => {
  const { user } = show(createServer(opened), { now: () => Date.parse(at('10:38')) });
  await user.click(await ready(text('more')));
  expect(choices()).not.toContain(text('more.extend'));
  expect(screen.getAllByRole('button', { name: text('more.extend') })).toHaveLength(1);
});

it('has no two minutes more where no time was given', async () => {
  const { user } = show(createServer(aViewOf({}, { lead, plan })));
  await user.click(await ready(text('more')));
  expect(choices()).not.toContain(text('more.extend'));
});

it('has nothing of a question before one is put', async () => {
  const { user } = show(createServer(aView({ item: anItem({ lead, scribe: { name: 'Bo Juhl', mine: false } }) })));
  await user.click(await ready(text('more')));
  expect(choices()).toEqual([text('more.handOver'), text('more.scribe.change', { name: 'Bo Juhl' })]);
});

it('shows the answers on the big screen, tells so, and takes them back at a press', async () => {
  const { user, server } = show(createServer(opened));
  server.answerNext({ status: 200, body: aViewOf({}, { lead, plan, screen: 'answers', version: at('10:32') }) });
  await chooseMore(user, text('more.answers.names'));
  await waitFor(() => expect(server.asked[0]).toMatchObject({ method: 'POST', body: { screen: 'answers' } }));
  expectText(await screen.findByRole('region', { name: text('lead.bar') }), text('lead.screen.shown'));
  await user.click(await ready(text('more')));
  expect(choices()).not.toContain(text('more.answers.names'));
  await user.keyboard('{Escape}');
  server.answerNextAndShow(aViewOf({}, { lead, plan, screen: 'question', version: at('10:33') }));
  await user.click(await ready(text('more.question')));
  await waitFor(() => expect(screen.queryByText(text('lead.screen.shown'))).toBeNull());
  expect(server.asked[1]?.body['screen']).toBe('question');
});

it('claims no names on the big screen where they are hidden', async () => {
  show(createServer(aViewOf({}, { lead, plan, screen: 'answers', names: 'hidden' })));
  expect(await screen.findByText(text('lead.screen.hidden'))).toBeInstanceOf(HTMLElement);
});

it('asks before it ends where a question is left', async () => {
  const { user, server } = show(createServer(opened));
  await chooseMore(user, text('plan.end'));
  await ready(text('end.keep'));
  expect(server.asked).toEqual([]);
});

it('closes once the field is there, and leaves folding that to the field', async () => {
  const { user } = show(createServer(opened));
  await chooseMore(user, text('more.room'));
  expect(list()).toBeNull();
  expect(await screen.findByLabelText(text('room.label'))).toBeInstanceOf(HTMLElement);
  await user.click(await ready(text('more')));
  expect(choices()[0]).toBe(text('more.answers.names'));
  expect(screen.getAllByRole('button', { name: text('room.done') })).toHaveLength(1);
});
