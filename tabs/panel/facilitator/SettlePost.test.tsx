import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const question = { key: 'r001!p!q', status: 'unknown' } as const;
const unknown = aViewOf({ post: question }, { lead, unsettled: [{ post: question, of: 'question', number: 1 }] });
const press = ready;

it('takes the link to a question that stands in the channel', async () => {
  const { user, server } = show(createServer(unknown));
  await screen.findByText(text('settle.question.unknown'));
  await user.click(await press(text('settle.there')));
  const field = screen.getByLabelText(text('settle.link'));
  expect(document.activeElement).toBe(field);
  await user.type(field, ' https://teams.microsoft.com/l/message/x/1 ');
  server.answerNext({ status: 200, body: aViewOf({}, { lead, version: at('10:33') }) });
  await user.click(await press(text('settle.there')));
  expect(await screen.findByRole('link', { name: text('question.thread.answer') })).toBeInstanceOf(HTMLElement);
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]).toMatchObject({
    path: '/api/meetings/udvalg.7/posts/r001!p!q/settlement',
    body: { saw: 'there', link: 'https://teams.microsoft.com/l/message/x/1' },
  });
});

it('says what is wrong with a link, and keeps it', async () => {
  const { user, server } = show(createServer(unknown));
  await user.type(await screen.findByLabelText(text('settle.link')), 'https://example.com');
  server.answerNext(refusal(400, { code: 'LinkUnreadable', field: 'link' }));
  await user.click(await press(text('settle.there')));
  expectText(await screen.findByRole('alert'), text('error.LinkUnreadable'));
  expect(screen.getByDisplayValue('https://example.com')).toBeInstanceOf(HTMLElement);
});

it('says it at the field, where what else is wrong does not stand', async () => {
  const { user, server } = show(createServer(unknown));
  const field = await screen.findByLabelText(text('settle.link'));
  await user.type(field, 'https://example.com');
  server.answerNext(refusal(403, { code: 'NotFacilitator' }));
  await user.click(await press(text('settle.there')));
  expectText(await screen.findByRole('alert'), text('error.NotFacilitator'));
  expect(field.getAttribute('aria-describedby')).toBeNull();
  server.answerNext(refusal(400, { code: 'LinkUnreadable', field: 'link' }));
  await user.click(await press(text('settle.there')));
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  const about = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(about?.textContent).toBe(text('error.LinkUnreadable'));
  expect(screen.getAllByText(text('error.LinkUnreadable'))).toHaveLength(1);
});

it('says what is missing where there is no link, until something is written', async () => {
  const { user, server } = show(createServer(unknown));
  await user.click(await press(text('settle.there')));
  expectText(await screen.findByRole('alert'), text('settle.link.missing'));
  const field = screen.getByLabelText(text('settle.link'));
  expect(document.activeElement).toBe(field);
  await user.type(field, 'h');
  expect(screen.queryByText(text('settle.link.missing'))).toBeNull();
  expect(server.asked).toEqual([]);
});

it('sends again what was not found with one press', async () => {
  const { user, server } = show(createServer(unknown));
  await user.click(await press(text('settle.notThere')));
  expect(server.asked.map(({ body }) => body)).toEqual([{ saw: 'notThere' }]);
});

it('gives nothing up before it was asked, and goes back to where it was left', async () => {
  const { user, server } = show(createServer(unknown));
  await user.click(await press(text('settle.giveUp')));
  expect(document.activeElement?.textContent).toBe(
    ['settle.giveUp.question', 'settle.giveUp.found', 'settle.giveUp.answers']
      .map((key) => text(key as 'more'))
      .join(' '),
  );
  expect(screen.queryByRole('button', { name: text('settle.notThere') })).toBeNull();
  await user.click(await press(text('settle.giveUp.keep')));
  expect(document.activeElement?.textContent).toBe(text('settle.giveUp'));
  expect(server.asked).toEqual([]);
  await user.click(await press(text('settle.giveUp')));
  await user.click(await press(text('settle.giveUp.confirm')));
  expect(server.asked.map(({ body }) => body)).toEqual([{ saw: 'givenUp' }]);
});

it('keeps asking, and says why, where giving up failed', async () => {
  const { user, server } = show(createServer(unknown));
  await user.click(await press(text('settle.giveUp')));
  server.answerNext('unreachable');
  await user.click(await press(text('settle.giveUp.confirm')));
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  expect(await press(text('settle.giveUp.confirm'))).toBeInstanceOf(HTMLElement);
});

it.each([
  ['a refused question', { of: 'question', number: 1 }, 'blocked', text('settle.giveUp.question')],
  ['a refused first page', { of: 'digest', number: 1 }, 'blocked', text('settle.giveUp.digest')],
  [
    'a later page that nobody knows about',
    { of: 'digest', number: 2 },
    'unknown',
    `${text('settle.giveUp.page', { number: 2 })} ${text('settle.giveUp.found')}`,
  ],
] as const)('says of %s what giving it up means, and no more', async (_, about, status, sentence) => {
  const post = { key: 'k!p!x', status } as const;
  const view = aViewOf({ post }, { lead, plan: [aPlanned()], unsettled: [{ post, ...about }] });
  const { user } = show(createServer(view));
  await user.click(await press(text('settle.giveUp')));
  expect(document.activeElement?.textContent).toBe(sentence);
});

it('sends a refused question again, and asks for no link', async () => {
  const post = { key: 'r001!p!q', status: 'blocked' } as const;
  const unsettled = [{ post, of: 'question', number: 1 }] as const;
  const { user, server } = show(createServer(aViewOf({ post }, { lead, unsettled })));
  await screen.findByText(text('settle.question.blocked'));
  expect(screen.queryByLabelText(text('settle.link'))).toBeNull();
  await user.click(await press(text('settle.again')));
  expect(server.asked.map(({ body }) => body)).toEqual([{ saw: 'notThere' }]);
});

it('settles a digest too, when the item is over', async () => {
  const digest = { key: 'z!p!digest!1', status: 'unknown' } as const;
  const unsettled = [{ post: digest, of: 'digest', number: 1 }] as const;
  show(createServer(aViewOf({}, { lead, status: 'ended', endedAt: at('11:00'), digest, unsettled })));
  expect(await screen.findByText(text('settle.digest.unknown'))).toBeInstanceOf(HTMLElement);
});

it('asks members nothing', async () => {
  show(createServer(aViewOf({ post: { key: 'r001!p!q', status: 'unknown' } })));
  expect(await screen.findByText(text('post.question.unknown'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByLabelText(text('settle.link'))).toBeNull();
});

it.each(['digest', 'question that is closed', 'question'] as const)(
  'has sending again as the one next step, but while there is another: %s',
  async (of) => {
    const post = { key: 'r001!p!q', status: 'blocked' } as const;
    const unsettled = [{ post, of: of === 'digest' ? of : 'question', number: 1 }] as const;
    const round = { post, ...(of === 'question that is closed' && { status: 'closed' as const }) };
    const ended = { lead, status: 'ended', endedAt: at('10:45'), digest: post, unsettled } as const;
    show(createServer(of === 'digest' ? aViewOf({}, ended) : aViewOf(round, { lead, unsettled })));
    const again = await press(text('settle.again'));
    const giveUp = await press(text('settle.giveUp'));
    expect(again.className === giveUp.className).toBe(of === 'question that is closed');
    // Beside it stands closing, which then is not the filled one.
    if (of === 'question') expect((await press(text('lead.close'))).className).not.toBe(again.className);
  },
);
