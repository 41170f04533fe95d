import type { Browser, CDPSession } from 'playwright-core';
import { actAsTeams, TEAMS_IN_ADDRESS } from '../screens/fakeTeams.ts';
import { SLOW_MACHINE } from './slowMachine.ts';

/**
 * A page on a slow machine that is watched as little as can be. A page of Playwright's has the browser write down where
 * each error is made, for which it reads all of a file once more, and gets a third of a megabyte of helpers when something
 * is looked for on it: together that makes up a third of what a first view takes.
 */
export interface BareWindow {
  /** What an expression comes to, in the page; of a promise what it brings. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /**
   * Milliseconds that the page's thread has had the processor since it was opened, slowed down as it is: what else runs
   * on this machine hardly changes it, as it does the time that passes.
   */
  readonly processorTime: () => Promise<number>;
  readonly close: () => Promise<void>;
}

type Command = (method: string, params?: object) => Promise<unknown>;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Opens an address in a fresh context, with nothing in its cache, in a side panel's frame.
 * @param first an expression for the page before its own scripts
 */
export async function bareWindow(browser: Browser, url: string, first: string): Promise<BareWindow> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext', { disposeOnDetach: true });
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const command = commandsTo(session, await session.send('Target.attachToTarget', { targetId, flatten: false }));
  const { userAgent } = await session.send('Browser.getVersion');
  await command('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'da-DK' });
  await command('Emulation.setDeviceMetricsOverride', { width: 280, height: 640, deviceScaleFactor: 1, mobile: false });
  for (const [method, params] of SLOW_MACHINE) await command(method, params);
  // The library asks for its list of hosts; what it has built in will do.
  await command('Network.setBlockedURLs', { urls: ['https://res.cdn.office.net/*'] });
  await command('Performance.enable', { timeDomain: 'threadTicks' });
  await command('Page.enable');
  const before = `(${actAsTeams.toString()})(${JSON.stringify(TEAMS_IN_ADDRESS)});${first}`;
  await command('Page.addScriptToEvaluateOnNewDocument', { source: before });
  await command('Page.navigate', { url });
  return {
    evaluate: async (expression) => {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result } = (await command('Runtime.evaluate', asked)) as { result: { value?: unknown } };
      return result.value;
    },
    processorTime: async () => {
      const { metrics } = (await command('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    },
    close: async () => {
      await session.send('Target.disposeBrowserContext', { browserContextId });
      await session.detach();
    },
  };
}

/** Commands to a page by way of the browser: one that Playwright knew it would watch. */
function commandsTo(session: CDPSession, { sessionId }: { readonly sessionId: string }): Command {
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const answer = JSON.parse(message) as Answer;
    if (from !== sessionId || answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  return async (method, params = {}) => {
    last += 1;
    const id = last;
    const come = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await come;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
