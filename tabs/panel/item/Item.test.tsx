import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { show, text as panelText } from '../../testing/renderPanel.tsx';
import { aSetupView } from '../../config/testing/aSetup.ts';
import { loadSetupText } from '../../config/useSetupText.ts';
import { anAnswer, aViewOf, at } from '../../testing/views.ts';
import { Panel } from '../Panel.tsx';
import '../who/ToWho.tsx';
import '../who/WhoSees.tsx';

const text = await loadSetupText(panelText);
const SOON = { timeout: 5_000 };
const answers = [anAnswer()];
const opened = aViewOf({ answers });
const closed = aViewOf({ answers, status: 'closed', closedAt: at('10:45') }, { version: at('10:45') });

/** Whether what leads to *Hvem kan se hvad?* stands before the answers. */
async function isBeforeAnswers(): Promise<boolean> {
  const who = await screen.findByRole('button', { name: text('who') });
  const list = screen.getByRole('region', { name: text('answers.label') });
  return (who.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

it('leads to who can read it from beneath the field, and once it is closed has the answers first', async () => {
  const server = createServer(opened);
  const { user } = show(server);
  const field = await screen.findByLabelText<HTMLTextAreaElement>(text('answer.label'));
  await user.type(field, 'En rundvisning');
  expect(await isBeforeAnswers()).toBe(true);
  server.show(closed);
  await waitFor(async () => expect(await isBeforeAnswers()).toBe(false), SOON);
  // What stood on the page goes on standing there, with what was written.
  expect(screen.getByDisplayValue('En rundvisning')).toBe(field);
});

it('takes no focus from whoever writes when it moves, though they have come back from there before', async () => {
  const server = createServer(opened);
  const { user } = show(server);
  server.answerNext({ status: 200, body: aSetupView() });
  await user.click(await screen.findByRole('button', { name: text('who') }));
  await user.click(await screen.findByRole('button', { name: text('setup.back') }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('who')));
  const field = screen.getByLabelText<HTMLTextAreaElement>(text('answer.label'));
  await user.type(field, 'En rundvisning');
  server.show(closed);
  await waitFor(async () => expect(await isBeforeAnswers()).toBe(false), SOON);
  expect(document.activeElement).toBe(field);
});

it('has it beneath the field for as long as the answers stand beside it', async () => {
  show(createServer(closed), { page: <Panel layout="wide" /> });
  expect(await isBeforeAnswers()).toBe(true);
});
