import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Operation } from '#store/meteredTables';
import type { FunctionsSettings } from '../../infra/local/functionsMessages.ts';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import type { FromChild, ToChild } from './childMessages.ts';

type Count = (operation: Operation) => void;
type Start = (settings: FunctionsSettings, count: Count) => Promise<FunctionsServer>;

/** The child's end: starts a server when told, reports what it did, and ends in order. See forkChild.ts. */
export function serveChild(start: Start): void {
  let server: Promise<FunctionsServer> | undefined;
  let operations: Operation[] = [];
  const requests = noteRequests();
  let used = process.cpuUsage();
  const tell = (message: FromChild): void => void process.send?.(message);

  const report = (): void => {
    const { user, system } = process.cpuUsage(used);
    used = process.cpuUsage();
    const memory = { now: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 };
    tell({ type: 'report', operations, requests: requests.splice(0), cpu: (user + system) / 1000, memory });
    operations = [];
  };
  const stop = (): void => {
    void Promise.resolve(server)
      .then((running) => running?.close())
      .finally(() => process.exit(0));
  };

  process.on('message', (message: ToChild) => {
    if (message.type === 'report') report();
    else if (message.type === 'shutdown') stop();
    else {
      server = start(message, (operation) => operations.push(operation));
      server.then(
        ({ url }) => tell({ type: 'ready', url }),
        (error: unknown) => tell({ type: 'failed', reason: String(error) }),
      );
    }
  });
  process.on('disconnect', stop);
}

/** Spans of the requests that this process has answered, in the order in which they ended. */
function noteRequests(): { from: number; until: number }[] {
  const begun = new WeakMap<IncomingMessage, number>();
  const ended: { from: number; until: number }[] = [];
  const requestOf = (message: unknown): IncomingMessage => (message as { request: IncomingMessage }).request;
  subscribe('http.server.request.start', (message) => void begun.set(requestOf(message), Date.now()));
  subscribe('http.server.response.finish', (message) => {
    const from = begun.get(requestOf(message));
    if (from !== undefined) ended.push({ from, until: Date.now() });
  });
  return ended;
}
