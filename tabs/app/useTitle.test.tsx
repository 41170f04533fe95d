import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../testing/fakeServer.ts';
import { show, text } from '../testing/renderPanel.tsx';
import { aViewOf } from '../testing/views.ts';
import { aMine } from '../panel/mine/testing/aMine.ts';
import { titleOf } from './useTitle.ts';

it('names the window after a second page while it is there, and then as it was', async () => {
  document.title = titleOf(text('title.panel'));
  const { user, server } = show(createServer(aViewOf({})));
  const way = await screen.findByRole('button', { name: text('mine') });
  server.answerNext({ status: 200, body: aMine() });
  await user.click(way);
  await waitFor(() => expect(document.title).toBe('Mine svar og data – MED-dialog'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.title).toBe('Svar – MED-dialog'));
});
