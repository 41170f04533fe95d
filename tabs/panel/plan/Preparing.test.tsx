import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aView } from '../../testing/views.ts';

it('shows members what was sent out beforehand, says what they can do with it, and leads to its thread', async () => {
  const preparing = [{ id: '1/1', text: 'Hvad virker?', link: 'https://teams.microsoft.com/l/message/x/1' }];
  const { host, user } = show(createServer(aView({ item: undefined, preparing })));
  const part = await screen.findByRole('region', { name: text('preparing') });
  expect(within(part).getByText('Hvad virker?')).toBeInstanceOf(HTMLElement);
  expectText(part, text('preparing.words'));
  await user.click(within(part).getByRole('link', { name: text('question.thread.answer') }));
  expect(host.opened).toEqual(['https://teams.microsoft.com/l/message/x/1']);
});

it('is not there where nothing was sent out', async () => {
  show(createServer(aView({ item: undefined })));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('region', { name: text('preparing') })).toBeNull();
});
