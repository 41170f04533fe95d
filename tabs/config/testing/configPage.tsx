import { act, screen } from '@testing-library/react';
import type { SetupView } from '#contract/responses';
import { loadRoomText } from '../../panel/room/useRoomText.ts';
import { createServer, type FakeServer } from '../../testing/fakeServer.ts';
import { createHost, type FakeHost, show, type Shown, text as panelText } from '../../testing/renderPanel.tsx';
import { Config } from '../Config.tsx';
import '../ConfigForm.tsx';
import { loadSetupText } from '../useSetupText.ts';
import { aSetupView } from './aSetup.ts';

export const text = await loadSetupText(panelText);
await loadRoomText(panelText);
export const page = <Config />;
export const labelled = (what: string, where: string): string => text('setup.for', { what, where });

/** The form under Teams’ button. */
export async function begin(view: SetupView = aSetupView(), host: FakeHost = createHost()): Promise<Shown> {
  const server = createServer();
  server.answerNext({ status: 200, body: view });
  const shown = show(server, { page, host });
  await screen.findByText(text('setup.fits'), { exact: false });
  return shown;
}

export const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: text('setup.name') });
/** What stands beneath a field about it. */
export const describedBy = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');
export const lastOf = (server: FakeServer) => server.asked.at(-1);
/** Opens what may wait for its sentences. */
export const press = (button: HTMLElement): Promise<void> =>
  act(() => {
    button.click();
    return Promise.resolve();
  });
/** Presses Teams' button, and gives what the page told it. */
export async function save({ host }: Shown): Promise<string | undefined> {
  let told: string | undefined;
  await act(async () => {
    told = await host.pressSave();
  });
  return told;
}
