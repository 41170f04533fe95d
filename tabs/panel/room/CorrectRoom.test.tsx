import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, at } from '../../testing/views.ts';
import { begin, said, viewWith } from './testing/written.ts';

const SOON = { timeout: 5_000 };

describe('what was written down', () => {
  const correct = () => ready(text('room.edit.label', { words: 'Vi hilser ikke.' }));

  it('is corrected over what was seen', async () => {
    const { user, server } = begin(viewWith([said(), anAnswer()]));
    await user.click(await correct());
    const box = screen.getByLabelText(text('room.edit.field'));
    expect(document.activeElement).toBe(box);
    await user.clear(box);
    await user.type(box, 'Vi hilser for lidt.');
    server.answerNext({
      status: 200,
      body: viewWith([said({ text: 'Vi hilser for lidt.', revision: 2 }), anAnswer()], { version: at('10:41') }),
    });
    await user.click(
      within(screen.getAllByRole('listitem')[0] ?? box).getByRole('button', { name: text('room.save') }),
    );
    await screen.findByText('Vi hilser for lidt.', { selector: 'p' });
    expect(server.asked[0]).toMatchObject({ method: 'PUT', body: { text: 'Vi hilser for lidt.', over: 1 } });
    expect(server.asked[0]?.path).toMatch(/\/rounds\/r001\/room\/abc$/);
  });

  it('is not written over when somebody else has corrected it meanwhile', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await correct());
    await user.type(screen.getByLabelText(text('room.edit.field')), ' Slet ikke.');
    server.show(viewWith([said({ text: 'Nogle hilser.', revision: 2 })], { version: at('10:41') }));
    await screen.findByText(text('room.edit.changed'), { exact: false }, SOON);
    expect(screen.getByText('Nogle hilser.')).toBeInstanceOf(HTMLElement);
    server.answerNextAndShow(
      viewWith([said({ text: 'Vi hilser ikke. Slet ikke.', revision: 3 })], { version: at('10:42') }),
    );
    await user.click(await ready(text('room.edit.replace')));
    await waitFor(() => expect(screen.queryByLabelText(text('room.edit.field'))).toBeNull());
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ text: 'Vi hilser ikke. Slet ikke.', over: 2 }]);
  });

  it('goes on with what another wrote where nothing was typed', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await correct());
    const field = screen.getByLabelText<HTMLTextAreaElement>(text('room.edit.field'));
    server.show(viewWith([said({ text: 'Nogle hilser.', revision: 2 })], { version: at('10:41') }));
    expectText(await screen.findByRole('alert', {}, SOON), text('room.edit.renewed'));
    expect(field.value).toBe('Nogle hilser.');
    expect(screen.queryByRole('button', { name: text('room.edit.replace') })).toBeNull();
    await user.type(field, ' Ikke alle.');
    server.answerNextAndShow(
      viewWith([said({ text: 'Nogle hilser. Ikke alle.', revision: 3 })], { version: at('10:42') }),
    );
    await user.click(await ready(text('room.save'), screen.getByRole('listitem')));
    await waitFor(() => expect(screen.queryByLabelText(text('room.edit.field'))).toBeNull());
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ text: 'Nogle hilser. Ikke alle.', over: 2 }]);
  });

  it('writes over nothing that has only just come up', async () => {
    const clock = createClock();
    const { user, server } = show(createServer(viewWith([said()])), { after: clock.after });
    await screen.findByRole('button', { name: text('room.edit.label', { words: 'Vi hilser ikke.' }) });
    await user.click(await correct());
    await user.type(screen.getByLabelText(text('room.edit.field')), ' Slet ikke.');
    server.show(viewWith([said({ text: 'Nogle hilser.', revision: 2 })], { version: at('10:41') }));
    const replace = await screen.findByRole('button', { name: text('room.edit.replace') }, SOON);
    clock.pass(999);
    await user.click(replace);
    expect(server.asked).toEqual([]);
    clock.pass(1);
    await user.click(replace);
    await waitFor(() => expect(server.asked).toHaveLength(1));
  });

  it('says once that another was first, and has one choice to make', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await correct());
    await user.type(screen.getByLabelText(text('room.edit.field')), ' Slet ikke.');
    const other = viewWith([said({ text: 'Nogle hilser.', revision: 2 })], { version: at('10:41') });
    server.answerNextAndShow(other, refusal(409, { code: 'AnswerChanged', view: other }));
    const save = await ready(text('room.save'), screen.getByRole('listitem'));
    // Both look like buttons.
    expect(within(screen.getByRole('listitem')).getByRole('button', { name: text('cancel') }).className).toBe(
      save.className,
    );
    await user.click(save);
    expectText(await screen.findByRole('alert'), text('room.edit.changed'));
    expect(screen.queryByText(text('room.changed'), { exact: false })).toBeNull();
    const line = within(screen.getByRole('listitem'));
    expect(line.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      text('room.edit.keep'),
      text('room.edit.replace'),
    ]);
    await user.click(await ready(text('room.edit.keep')));
    expect(screen.queryByLabelText(text('room.edit.field'))).toBeNull();
    expect(server.asked).toHaveLength(1);
  });

  it('tells the whole page where what was changed by another is gone', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await correct());
    const gone = viewWith([], { version: at('10:41') });
    server.answerNextAndShow(gone, refusal(409, { code: 'AnswerChanged', view: gone }));
    await user.click(await ready(text('room.save'), screen.getByRole('listitem')));
    expectText(await screen.findByRole('alert'), text('room.changed'));
  });

  it('goes away where another has deleted it, and what was written over it is told', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await correct());
    await user.type(screen.getByLabelText(text('room.edit.field')), ' Slet ikke.');
    server.answerNextAndShow(viewWith([], { version: at('10:41') }), refusal(404, { code: 'AnswerNotFound' }));
    await user.click(await ready(text('room.save'), screen.getByRole('listitem')));
    const alert = await screen.findByRole('alert');
    expectText(alert, text('room.gone'));
    expectText(alert, text('room.hadWritten', { words: 'Vi hilser ikke. Slet ikke.' }));
    expect(screen.queryByLabelText(text('room.edit.field'))).toBeNull();
  });

  it('is deleted after a question', async () => {
    const { user, server } = begin(viewWith([said()]));
    await user.click(await ready(text('room.delete.label', { words: 'Vi hilser ikke.' })));
    expect(document.activeElement?.textContent).toBe(text('room.delete.sure'));
    expect(server.asked).toEqual([]);
    server.answerNextAndShow(viewWith([], { version: at('10:41') }));
    await user.click(await ready(text('room.delete.confirm')));
    await waitFor(() => expect(screen.queryByText('Vi hilser ikke.')).toBeNull());
    expect(server.asked[0]?.method).toBe('DELETE');
    expect(server.asked[0]?.path).toMatch(/\/rounds\/r001\/room\/abc\?command=[\w-]+&over=1$/);
  });
});
