import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { loadStageText } from '../stage/useStageText.ts';
import { createServer } from '../testing/fakeServer.ts';
import { expectText, show, text as panelText } from '../testing/renderPanel.tsx';
import { anAnswer, aView, aViewOf } from '../testing/views.ts';
import { ChannelPage } from './ChannelPage.tsx';
import { aHistory } from './history/testing/history.ts';

const text = await loadStageText(panelText);
const view = aViewOf({ answers: [anAnswer()] });

/** A browser window of some width, whose frame allows the whole screen or not. */
function aWindow(width: number, wholeScreen: 'allowed' | 'forbidden' = 'forbidden'): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: width >= Number(/min-width: (\d+)/.exec(query)?.[1] ?? 0),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  let filling: Element | null = null;
  const fill = (element: Element | null) => (): Promise<void> => {
    filling = element;
    document.dispatchEvent(new Event('fullscreenchange'));
    return Promise.resolve();
  };
  const root = document.documentElement;
  define(document, 'fullscreenEnabled', { get: () => wholeScreen === 'allowed' });
  define(document, 'fullscreenElement', { get: () => filling });
  define(document, 'exitFullscreen', { value: fill(null) });
  define(root, 'requestFullscreen', { value: fill(root) });
}

const define = (on: object, name: string, how: PropertyDescriptor): void =>
  void Object.defineProperty(on, name, { configurable: true, ...how });

afterEach(() => {
  for (const name of ['fullscreenEnabled', 'fullscreenElement', 'exitFullscreen'])
    Reflect.deleteProperty(document, name);
  Reflect.deleteProperty(document.documentElement, 'requestFullscreen');
});

function begin(shown = view) {
  const server = createServer(shown);
  server.answerNext({ status: 200, body: aHistory() });
  return show(server, { page: <ChannelPage /> });
}

const opener = () => screen.findByRole('button', { name: text('stage.open') });
const bigScreen = () => screen.queryByRole('main', { name: text('stage') });

async function beginOnScreen() {
  const shown = begin();
  await shown.user.click(await opener());
  await screen.findByRole('main', { name: text('stage') });
  return shown;
}

it('fills the window with the question and the number of answers, in place of the tab', async () => {
  aWindow(1280);
  const { user, server } = begin();
  await user.type(await screen.findByRole('textbox', { name: panelText('answer.label') }), 'En makker');
  await user.click(await opener());
  const page = await screen.findByRole('main', { name: text('stage') });
  expectText(page, view.item?.round?.question.text ?? '');
  expectText(page, text('stage.count', { count: 1 }));
  expect(document.activeElement).toBe(page);
  expect(screen.getAllByRole('main')).toEqual([page]);
  // What the tab has asked for is enough for both.
  expect(server.asked.map(({ path }) => path).filter((path) => !path.endsWith('/history'))).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: panelText('answer.label') }).value).toBe('En makker');
});

it('follows the answers while it is there', async () => {
  aWindow(1280);
  const { server } = await beginOnScreen();
  server.show(aViewOf({ answers: [anAnswer(), anAnswer({ id: 't2' })] }, { version: '2026-05-14T12:00:00.000Z' }));
  await waitFor(() => expectText(bigScreen() ?? document.body, text('stage.count', { count: 2 })), { timeout: 10_000 });
});

it.each([
  ['Escape', (user: ReturnType<typeof begin>['user']) => user.keyboard('{Escape}')],
  [
    'its button',
    (user: ReturnType<typeof begin>['user']) => user.click(screen.getByRole('button', { name: text('stage.leave') })),
  ],
])('is left by %s, back to the button that led to it', async (_, leave) => {
  aWindow(1280);
  const { user } = await beginOnScreen();
  await leave(user);
  await waitFor(() => expect(bigScreen()).toBeNull());
  expect(document.activeElement).toBe(await opener());
});

it('fills the whole screen where it may, and gives it back', async () => {
  aWindow(1280, 'allowed');
  const { user } = await beginOnScreen();
  expect(document.fullscreenElement).toBe(document.documentElement);
  await user.click(screen.getByRole('button', { name: text('stage.leave') }));
  await waitFor(() => expect(bigScreen()).toBeNull());
  expect(document.fullscreenElement).toBeNull();
});

it('is left with the whole screen: the browser takes the first Escape for itself', async () => {
  aWindow(1280, 'allowed');
  await beginOnScreen();
  await act(() => document.exitFullscreen());
  await waitFor(() => expect(bigScreen()).toBeNull());
  expect(document.activeElement).toBe(await opener());
});

it('stays where the whole screen is refused after all', async () => {
  aWindow(1280, 'allowed');
  define(document.documentElement, 'requestFullscreen', { value: () => Promise.reject(new TypeError('not allowed')) });
  const { user } = await beginOnScreen();
  expect(bigScreen()).not.toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(bigScreen()).toBeNull());
});

it.each([360, 800])('is offered %i pixels wide too', async (width) => {
  aWindow(width);
  await beginOnScreen();
  expect(bigScreen()).not.toBeNull();
});

it('is not offered without an open item', async () => {
  aWindow(1280);
  begin(aView({ item: undefined }));
  // Loads as the button would.
  await screen.findByRole('listitem');
  await screen.findByRole('complementary');
  await waitFor(() => expect(document.body.textContent).not.toContain(panelText('loading')));
  expect(screen.queryByRole('button', { name: text('stage.open') })).toBeNull();
});
