import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { ready } from './ready.ts';
import { text } from './renderPanel.tsx';

/** Chooses something that stands behind the ⋯ of the facilitator's bar. */
export async function chooseMore(user: UserEvent, name: string): Promise<void> {
  await user.click(await ready(text('more')));
  await user.click(within(screen.getByRole('list', { name: text('more') })).getByRole('button', { name }));
}
