import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SetupView } from '#contract/responses';
import { createServer, refusal } from '../testing/fakeServer.ts';
import { expectText, show, text as panelText } from '../testing/renderPanel.tsx';
import { aView } from '../testing/views.ts';
import '../panel/who/ToWho.tsx';
import '../panel/who/WhoSees.tsx';
import './SetupPage.tsx';
import { aProposal, aSetup, aSetupView, jens, lone, soeren } from './testing/aSetup.ts';
import { loadSetupText } from './useSetupText.ts';

const text = await loadSetupText(panelText);
const proposal = aProposal({ by: jens, agreed: [jens.person] });
const waiting = (you: Partial<SetupView['you']> = {}): SetupView =>
  aSetupView({ setup: aSetup({ proposal }), you: { person: jens.person, isChair: true, ...you } });
const agreed = aSetupView({ setup: aSetup({ names: 'hidden', leads: soeren, revision: 4 }) });
const part = () => screen.findByRole('region', { name: text('waiting') });

async function open(view = waiting()) {
  const server = createServer(aView({ item: undefined }));
  const shown = show(server);
  const button = await screen.findByRole('button', { name: text('who') });
  server.answerNext({ status: 200, body: view });
  await shown.user.click(button);
  await part();
  return shown;
}
/** As when somebody comes back to the page. */
const comeBack = () => fireEvent(window, new Event('visibilitychange'));

it('tells whoever waits what the other chair has agreed to', async () => {
  const { server } = await open();
  server.answerNext({ status: 200, body: agreed });
  comeBack();
  const said = await screen.findByText(text('waiting.done.by', { names: lone.name }), { exact: false, selector: 'p' });
  for (const words of [
    text('waiting.done.what'),
    text('who.leads', { name: soeren.name }),
    text('waiting.names.hidden'),
    text('waiting.from'),
  ])
    expect(said.parentElement?.textContent).toContain(words);
  expect(screen.queryByRole('region', { name: text('waiting') })).toBeNull();
});

it('tells whoever waits that the proposal was put away', async () => {
  const { server } = await open();
  server.answerNext({ status: 200, body: aSetupView({ setup: aSetup({ revision: 4 }) }) });
  comeBack();
  await screen.findByText(text('waiting.said.no'), { selector: 'p' });
});

it('looks for the answer by itself, and leaves alone what is being typed', async () => {
  const { user, server } = await open();
  server.answerNext({ status: 200, body: waiting() });
  await user.click(screen.getByRole('button', { name: text('setup') }));
  const name = await screen.findByLabelText<HTMLInputElement>(text('setup.name'));
  await user.clear(name);
  await user.type(name, 'Udvalget i Nord');
  server.answerNext({ status: 200, body: agreed });
  await waitFor(() => expect(screen.queryByRole('region', { name: text('waiting') })).toBeNull(), { timeout: 15_000 });
  expect(name.value).toBe('Udvalget i Nord');
});

it('tells a late press that it was agreed to already', async () => {
  const { user, server } = await open(waiting({ person: lone.person, isAsked: true }));
  server.answerNext(refusal(409, { code: 'SetupChanged' }));
  server.answerNext({ status: 200, body: agreed });
  await user.click(screen.getByRole('button', { name: text('waiting.no') }));
  await screen.findByText(text('waiting.late'), { selector: 'p' });
});

it('shows a late press what waits instead', async () => {
  const { user, server } = await open(waiting({ person: lone.person, isAsked: true }));
  server.answerNext(refusal(409, { code: 'SetupChanged' }));
  const other = aSetup({ revision: 4, proposal: aProposal({ by: jens, leads: undefined }) });
  server.answerNext({ status: 200, body: aSetupView({ setup: other }) });
  await user.click(screen.getByRole('button', { name: text('waiting.yes') }));
  await screen.findByText(text('error.SetupChanged'), { selector: 'p' });
  expect((await part()).textContent).not.toContain(soeren.name);
});

it('says from when names are shown or not, and nothing of it where they stay as they are', async () => {
  const { leave } = await open();
  expectText(await part(), text('waiting.from'));
  leave();
  await open(aSetupView({ setup: aSetup({ proposal: aProposal({ names: 'shown' }) }) }));
  expect((await part()).textContent).not.toContain(text('waiting.from'));
});

it('takes the answers away from whoever may not give them any more, and says why', async () => {
  const { user, server } = await open(waiting({ person: soeren.person, isAsked: true }));
  server.answerNext(refusal(403, { code: 'NotChair' }));
  server.answerNext({ status: 200, body: waiting({ person: soeren.person, isAsked: false }) });
  await user.click(screen.getByRole('button', { name: text('waiting.yes') }));
  await screen.findByText(text('setup.notChair'), { selector: 'p' });
  for (const key of ['waiting.yes', 'waiting.no'] as const)
    expect(screen.queryByRole('button', { name: text(key) })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('does not name a chair who has left among those whose answer is missing', async () => {
  await open({ ...waiting(), left: [lone.person] });
  expect((await part()).textContent).not.toContain(text('waiting.missing', { names: lone.name }));
});

it('says who loses a seat, before and after', async () => {
  const before = aSetup({ leads: soeren });
  const wanted = aProposal({ leads: undefined, names: 'shown' });
  const asked = { person: jens.person, isAsked: true };
  const { user, server } = await open(aSetupView({ setup: { ...before, proposal: wanted }, you: asked }));
  const change = text('who.leads', { name: text('waiting.nobody') });
  expectText(await part(), text('waiting.instead', { change, before: soeren.name }));
  server.answerNext({
    status: 200,
    body: aSetupView({ setup: aSetup({ revision: 4 }), you: { person: jens.person } }),
  });
  await user.click(screen.getByRole('button', { name: text('waiting.yes') }));
  await screen.findByText(text('waiting.before', { change, before: soeren.name }), { selector: 'li' });
});
