import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { aViewOf, at } from '../../testing/views.ts';

const chairs = (view: ReturnType<typeof aViewOf>) => ({ ...view, you: { ...view.you, side: 'employees' as const } });
const field = () => screen.findByLabelText(text('answer.label'));

it('lets a chair answer for the side, and as themselves by default', async () => {
  const { user, server } = show(createServer(chairs(aViewOf({}))));
  const own = await screen.findByRole<HTMLInputElement>('radio', { name: text('behalf.own') });
  await user.type(await field(), 'Vi foreslår en makker.');
  expect(own.checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: text('behalf.employees') }));
  await user.click(await ready(text('answer.submit')));
  await waitFor(() => expect(server.asked[0]?.body).toMatchObject({ text: 'Vi foreslår en makker.', onBehalf: true }));
});

it('keeps whose wording it is when the answer is changed', async () => {
  const mine = { text: 'Vi foreslår.', at: at('10:42'), late: false, revision: 1, side: 'employees' } as const;
  const { user, server } = show(createServer(chairs(aViewOf({ mine }))));
  await user.click(await ready(text('answer.edit')));
  const side = await screen.findByRole<HTMLInputElement>('radio', { name: text('behalf.employees') });
  expect(side.checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: text('behalf.own') }));
  await user.click(await ready(text('answer.submit')));
  await waitFor(() => expect(server.asked[0]?.body).toMatchObject({ over: 1, onBehalf: false }));
});

it('asks nobody else', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), 'Mit svar');
  await user.click(await ready(text('answer.submit')));
  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(screen.queryByRole('radio')).toBeNull();
  expect(server.asked[0]?.body).not.toHaveProperty('onBehalf');
});

it.each(['employees', 'leadership'] as const)(
  'tells whoever answers as %s that this tells who they are',
  async (side) => {
    const view = aViewOf({}, { names: 'hidden' });
    const { server } = show(createServer({ ...view, you: { ...view.you, side } }));
    await screen.findByText(text(`behalf.hidden.${side}`), { exact: false });
    server.show({ ...aViewOf({}, { version: at('10:41') }), you: { ...view.you, side } });
    await waitFor(() => expect(screen.queryByText(text(`behalf.hidden.${side}`), { exact: false })).toBeNull(), {
      timeout: 5_000,
    });
  },
);

it('says that there is one answer to each question, and whose it becomes', async () => {
  const view = aViewOf({});
  const { user } = show(createServer({ ...view, you: { ...view.you, side: 'employees' } }));
  await screen.findByText(text('behalf.one.employees'));
  await user.click(screen.getByRole('radio', { name: text('behalf.employees') }));
  await screen.findByText(text('behalf.chosen.employees'));
});

it('says the truth about the name where names are hidden', async () => {
  const description = (sentence: string) => (words: string) => words.includes(sentence);
  show(createServer(aViewOf({}, { names: 'hidden' })));
  const hidden = text('answer.readers.hidden', { count: 12 });
  expect(await screen.findByRole('textbox', { description: description(hidden) })).toBe(await field());
});
