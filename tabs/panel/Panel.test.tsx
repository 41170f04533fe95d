import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SignInNeeded } from '../host/host.ts';
import { createServer, refusal } from '../testing/fakeServer.ts';
import { createHost, expectText, show, text } from '../testing/renderPanel.tsx';
import { anAnswer, anItem, aView, aViewOf, at } from '../testing/views.ts';
import { aMine } from './mine/testing/aMine.ts';

/** Longer than a pause between polls. */
const SOON = { timeout: 8_000 };

describe('what stands on the page', () => {
  it('tells that it loads', () => {
    show();
    expect(screen.getByText(text('loading'))).toBeInstanceOf(HTMLElement);
  });

  it('shows theme, question, points, place in the plan and who leads', async () => {
    const question = { text: 'Hvordan tager vi imod?', points: ['Den første dag', 'Den første måned'] };
    show(createServer(aViewOf({ question, position: 2, of: 5 })));
    expect(await screen.findByRole('heading', { level: 1, name: 'Hvordan tager vi imod?' })).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText('3 · En attraktiv arbejdsplads')).toBeInstanceOf(HTMLElement);
    expect(screen.getAllByRole('listitem').map((point) => point.textContent)).toEqual(question.points);
    expect(screen.getByText(/Spørgsmål 2 af 5 · Ordstyrer: Lone Krogh/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Vi vil være et godt sted at være.')).toBeInstanceOf(HTMLElement);
  });

  it('shows who answered what, where and when, what was edited and what came late', async () => {
    const answers = [
      anAnswer({ edited: true }),
      anAnswer({ id: 't2', name: 'Anna Holm', mine: true, source: 'own', late: true, text: '<b>${x}</b>' }),
      anAnswer({ id: 't3', text: undefined }),
    ];
    show(createServer(aViewOf({ answers })));
    await screen.findByRole('heading', { name: text('answers', { count: 3 }) });
    const [first, second, third] = screen.getAllByRole('listitem').map((answer) => answer.textContent);
    expect(first).toContain('Jens Bro\u00a0· i tråden\u00a0· 10.42\u00a0· rettet');
    expect(second).toContain('Anna Holm (dig)\u00a0· i appen\u00a0· 10.42\u00a0· kommet senere');
    expect(second).toContain('<b>${x}</b>');
    expect(third).toContain(text('answers.textMissing'));
  });

  it('says what comes when nobody has answered', async () => {
    show(createServer(aViewOf({})));
    expect(await screen.findByText(text('answers.empty'))).toBeInstanceOf(HTMLElement);
  });

  it('opens the thread in Teams', async () => {
    const { user, host } = show(createServer(aViewOf({})));
    await user.click(await screen.findByRole('link', { name: text('question.thread.answer') }));
    expect(host.opened).toEqual(['https://teams.microsoft.com/l/message/x/1']);
  });

  it('tells members what was chosen while they wait for the first question', async () => {
    show(createServer(aView({ item: anItem() })));
    expect(await screen.findByText(text('item.soon'))).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('list', { name: text('item.questions') }).children).toHaveLength(2);
    // Whoever doubts asks now: what leads on from the page is there, and nothing to press for the item.
    expect(await screen.findByRole('button', { name: text('mine') })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: text('lead.put') })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('lets members answer while the question is on its way to the channel', async () => {
    show(createServer(aViewOf({ post: { key: 'k', status: 'sending' } })));
    expect(await screen.findByText(text('post.question.sending'))).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText(text('answer.label'))).toBeInstanceOf(HTMLElement);
  });

  it('says on which day an item of another day ended', async () => {
    const ended = { status: 'ended', endedAt: at('11:02') } as const;
    show(createServer(aViewOf({}, ended)), { now: () => Date.parse(at('11:02')) + 24 * 3600 * 1000 });
    const name = text('item.ended.on', { at: new Date(at('11:02')) });
    expect(await screen.findByRole('heading', { name })).toBeInstanceOf(HTMLElement);
  });

  it('leads to the digest when the item is over', async () => {
    const digest = { key: 'z', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/9' } as const;
    const view = aViewOf({}, { status: 'ended', endedAt: at('11:02'), digest });
    const { user, host } = show(createServer(view), { now: () => Date.parse(at('11:10')) });
    expect(
      await screen.findByRole('heading', { name: text('item.ended', { at: new Date(at('11:02')) }) }),
    ).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: text('item.digest.open') }));
    expect(host.opened).toEqual([digest.link]);
  });

  it('offers to open an item to those who may, and tells the others who can', async () => {
    const server = createServer(aView({ item: undefined }));
    show(server);
    expect(await screen.findByText(text('nothing.member'))).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: text('open.begin') })).toBeNull();
    server.show(aView({ item: undefined, you: { name: 'Lone', mayOpen: true } }));
    expect(await screen.findByRole('button', { name: text('open.begin') }, SOON)).toBeInstanceOf(HTMLElement);
  });
});

describe('what goes wrong', () => {
  const tells = async (heading: string) =>
    expect(await screen.findByRole('heading', { name: heading })).toBeInstanceOf(HTMLElement);

  it.each([
    ['NotMember', 403, 'outsider'],
    ['TenantForbidden', 403, 'guest'],
    ['AppNotInstalled', 403, 'notInstalled'],
    ['CommitteeUnknown', 404, 'notInstalled'],
    ['TokenInvalid', 401, 'identity'],
    ['Unavailable', 503, 'server'],
  ] as const)('says what to do after %s', async (code, status, problem) => {
    const server = createServer();
    server.answerPolls(refusal(status, { code }));
    show(server);
    await tells(text(`problem.${problem}.heading`));
    expect(screen.getByText(text(`problem.${problem}`))).toBeInstanceOf(HTMLElement);
  });

  it('says that there is no connection, and tries again', async () => {
    const server = createServer(aViewOf({}));
    server.answerPolls('unreachable');
    const { user } = show(server);
    await tells(text('problem.offline.heading'));
    server.show(aViewOf({}));
    await user.click(screen.getByRole('button', { name: text('again') }));
    expect(await screen.findByText(text('answers.empty'))).toBeInstanceOf(HTMLElement);
  });

  it('keeps saying what to do while it tries again', async () => {
    const server = createServer();
    server.answerPolls(refusal(403, { code: 'NotMember' }));
    show(server);
    const heading = await screen.findByRole('heading', { name: text('problem.outsider.heading') });
    server.holdPolls();
    const { length } = server.polls;
    await waitFor(() => expect(server.polls.length).toBeGreaterThan(length), SOON);
    expect(heading.isConnected).toBe(true);
  });

  it('keeps what was last seen when the connection goes, and says so', async () => {
    const server = createServer(aViewOf({ answers: [anAnswer()] }));
    show(server);
    await screen.findByText('Vi mangler en fast makker.');
    server.answerPolls('unreachable');
    expect(await screen.findByText(text('stale.offline'), {}, SOON)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Vi mangler en fast makker.')).toBeInstanceOf(HTMLElement);
  });

  it('keeps what was last seen when the server cannot read or is not done in time, and says so', async () => {
    const server = createServer(aViewOf({ answers: [anAnswer()] }));
    show(server);
    await screen.findByText('Vi mangler en fast makker.');
    server.answerPolls(refusal(503, { code: 'Unavailable' }));
    expect(await screen.findByText(text('stale.other'), {}, SOON)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Vi mangler en fast makker.')).toBeInstanceOf(HTMLElement);
  });

  it('shows nothing any more to somebody who has left the team', async () => {
    const server = createServer(aViewOf({ answers: [anAnswer()] }));
    show(server);
    await screen.findByText('Vi mangler en fast makker.');
    server.answerPolls(refusal(403, { code: 'NotMember' }));
    expect(await screen.findByText(text('problem.outsider'), {}, SOON)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText('Vi mangler en fast makker.')).toBeNull();
  });

  it('asks for a sign-in, and goes on after it', async () => {
    let signedIn = false;
    const host = createHost(
      {},
      {
        token: () => (signedIn ? Promise.resolve('token') : Promise.reject(new SignInNeeded('consent'))),
        signIn: () => {
          signedIn = true;
          return Promise.resolve();
        },
      },
    );
    const { user } = show(createServer(aViewOf({})), { host });
    await user.click(await screen.findByRole('button', { name: text('signIn') }));
    expect(await screen.findByText(text('answers.empty'))).toBeInstanceOf(HTMLElement);
  });

  it('says whom to ask where signing in does not work', async () => {
    const refuse = () => Promise.reject(new SignInNeeded('admin'));
    const { user } = show(createServer(), { host: createHost({}, { token: refuse, signIn: refuse }) });
    await user.click(await screen.findByRole('button', { name: text('signIn') }));
    expectText(await screen.findByRole('alert'), text('signIn.refused'));
  });

  it('asks for a channel where there is none', async () => {
    const { server } = show(createServer(), { host: createHost({ channel: undefined }) });
    await tells(text('problem.noChannel.heading'));
    expect(server.polls).toEqual([]);
  });
});

describe('what happens meanwhile', () => {
  it('shows and tells answers as they come', async () => {
    const server = createServer(aViewOf({}));
    show(server);
    await screen.findByText(text('answers.empty'));
    server.show(aViewOf({ answers: [anAnswer(), anAnswer({ id: 't2' })] }, { version: at('10:43') }));
    expect(await screen.findByRole('heading', { name: text('answers', { count: 2 }) }, SOON)).toBeInstanceOf(
      HTMLElement,
    );
    await waitFor(() => expectText(screen.getByRole('status'), text('answers', { count: 2 })), SOON);
  });

  it.each([
    [undefined, 'answers.closed', undefined],
    ['complete', 'answers.closed.all', undefined],
    ['notAllowed', 'answers.closed', 'answers.notAllowed'],
    ['unavailable', 'answers.closed', 'answers.unavailable'],
  ] as const)('says how far its thread is known when it is %s', async (readBack, said, besides) => {
    show(
      createServer(aViewOf({ status: 'closed', closedAt: at('10:44'), readBack, answers: [anAnswer({ text: '' })] })),
    );
    await screen.findByText(text(said, { count: 1 }), { selector: 'p' });
    for (const key of ['answers.notAllowed', 'answers.unavailable'] as const)
      expect(screen.queryAllByText(text(key))).toHaveLength(key === besides ? 1 : 0);
    expect(screen.getByText(text('answers.noText'))).toBeInstanceOf(HTMLElement);
  });

  it('tells that answering is closed', async () => {
    const server = createServer(aViewOf({}));
    show(server);
    await screen.findByText(text('answers.empty'));
    server.show(aViewOf({ status: 'closed', closedAt: at('10:44') }, { version: at('10:44') }));
    const closed = text('answers.closed', { count: 0 });
    await waitFor(() => expectText(screen.getByRole('status'), closed), SOON);
  });
});

it('leads to what is the person’s own, on a second page, and back', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await screen.findByLabelText(text('answer.label')), 'Halvt svar');
  server.answerNext({ status: 200, body: aMine() });
  await user.click(screen.getByRole('button', { name: text('mine') }));
  const heading = await screen.findByRole('heading', { name: text('mine') });
  expect(document.activeElement).toBe(heading);
  expect(screen.queryByLabelText(text('answer.label'))).toBeNull();
  await user.keyboard('{Escape}');
  const button = await screen.findByRole('button', { name: text('mine') });
  expect(document.activeElement).toBe(button);
  expect(screen.getByLabelText<HTMLTextAreaElement>(text('answer.label')).value).toBe('Halvt svar');
});
