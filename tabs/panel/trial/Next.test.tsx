import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CommitteeView } from '../../api/views.ts';
import { createServer, type FakeServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { createHost, expectText, show, text as panelText } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, at, aView } from '../../testing/views.ts';
import { loadTrialText } from './useTrialText.ts';

const text = await loadTrialText(panelText);
const QUESTION = text('trial.question');
const ADD = text('trial.next.add', { question: QUESTION });
const other = { ...aMaterial, slug: 'andet', themes: [] };
const materials = { status: 200, body: { materials: [other, aMaterial] } } as const;
const planned = [
  aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?', angle: 'Hos os?', minutes: 12 }),
  aPlanned({ id: 'own/1', text: 'Vores eget?', theme: undefined, status: 'skipped' }),
];
const opener = { name: 'Anna Holm', mayOpen: true } as const;
const withNext = (...more: CommitteeView['next'][]): CommitteeView =>
  aView({
    item: undefined,
    you: opener,
    next: more[0] ?? { id: 'udvalg.8', title: 'Velkomst', plan: planned, unsettled: [] },
  });
const added = (): CommitteeView =>
  withNext({
    id: 'udvalg.8',
    title: 'Velkomst',
    plan: [...planned, aPlanned({ id: 'own/2', text: QUESTION, theme: undefined })],
    unsettled: [],
  });

/** The trial page of somebody who may open the next item, which is planned already. */
function begin(view = withNext()) {
  const server: FakeServer = createServer(view);
  server.answerNext({ status: 200, body: {} });
  const fetch: FakeServer['fetch'] = (input, init) =>
    typeof input === 'string' && input.endsWith('/setup')
      ? Promise.resolve(new Response('{}'))
      : server.fetch(input, init);
  return { ...show({ ...server, fetch }, { host: createHost({ subPage: 'trial' }) }), server };
}
const button = () => screen.findByRole('button', { name: ADD });
const sent = ({ asked }: FakeServer) => asked.filter(({ method, path }) => method === 'PUT' && path.endsWith('/plan'));

it('adds the question last to what is planned, and leaves the rest as it is', async () => {
  const { user, server } = begin();
  const add = await button();
  server.answerNext(materials);
  server.answerNextAndShow(added());
  await user.click(add);
  await screen.findByText(text('trial.next.there', { question: QUESTION, title: 'Velkomst' }));
  const [put, ...others] = sent(server);
  expect(others).toEqual([]);
  expect(put?.path).toBe('/api/meetings/udvalg.8/plan');
  const stored = [
    { question: '1/1', minutes: 12, angle: 'Hos os?' },
    { id: 'own/1', own: 'Vores eget?', minutes: 8 },
  ];
  expect(put?.body).toMatchObject({
    // Of the material that the plan was made from, not of the first one.
    material: aMaterial.slug,
    base: stored,
    plan: [...stored, { own: QUESTION, minutes: 8 }],
  });
  expect(screen.queryByRole('button', { name: ADD })).toBeNull();
});

it('does not say the question twice where the next item is called by it', async () => {
  const plan = [aPlanned({ id: 'own/2', text: QUESTION, theme: undefined })];
  begin(withNext({ id: 'udvalg.8', title: QUESTION, plan, unsettled: [] }));
  expect(await screen.findByText(text('trial.next.thereAlone'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('trial.next.there', { question: QUESTION, title: QUESTION }))).toBeNull();
});

it('is the same question when it is sent again after a lost answer', async () => {
  const { user, server } = begin();
  const add = await button();
  server.answerNext(materials);
  server.answerNext('unreachable');
  await user.click(add);
  await screen.findByText(text('failed.offline'));
  server.answerNext(materials);
  server.answerNextAndShow(added());
  await user.click(await button());
  await screen.findByText(text('trial.next.there', { question: QUESTION, title: 'Velkomst' }));
  const [first, second] = sent(server);
  expect(second?.body).toEqual(first?.body);
});

it('says what came in between where an item has ended and somebody has changed the plan', async () => {
  const ended = anItem({ status: 'ended', endedAt: at('10:45'), plan: [], digest: { key: 'd', status: 'sent' } });
  const view = { ...withNext(), item: ended };
  const { user, server } = begin(view);
  const add = await button();
  server.answerNext(materials);
  server.answerNext(refusal(412, { code: 'PlanChanged', view }));
  await user.click(add);
  expectText(await screen.findByRole('alert'), text('first.plan'));
  await button();
});
