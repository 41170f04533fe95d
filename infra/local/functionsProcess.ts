import { requireNode } from '../tools/requireNode.ts';
import { startFunctions } from './functions.ts';
import { ToFunctions, type FromFunctions, type FunctionsSettings } from './functionsMessages.ts';
import { localClients } from './localClients.ts';
import { reportFault } from './reportFault.ts';
import type { FunctionsServer } from './serveFunctions.ts';

requireNode();

/** The child that runs the Functions app: told by messages what to run and when to stop (see forkFunctions.ts). */
let server: Promise<FunctionsServer> | undefined;
let stopping: Promise<void> | undefined;

process.on('message', (message: unknown) => {
  const order = ToFunctions.parse(message);
  if (order.type === 'shutdown') stop();
  else start(order);
});
// Nobody is left to say `shutdown`; ending in order keeps what is under way.
process.on('disconnect', stop);

function start(settings: FunctionsSettings): void {
  const { port, env, built, timerSchedule } = settings;
  server = startFunctions({ port, env, built, timerSchedule, clients: localClients(settings) });
  server.then(({ url }) => process.send?.({ type: 'ready', url } satisfies FromFunctions), fail);
}

function stop(): void {
  stopping ??= Promise.resolve(server)
    .then((running) => running?.close())
    .then(() => process.exit(0), fail);
}

function fail(fault: unknown): never {
  reportFault('functions', fault);
  // A port that was taken meanwhile is not a fault of ours; its code says so.
  if (fault instanceof Error && 'code' in fault) console.error(String(fault.code));
  process.exit(1);
}
