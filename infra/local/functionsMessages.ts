import { z } from 'zod';

/** What a Functions process is told at first: everything that it needs to know. */
const Start = z.strictObject({
  type: z.literal('start'),
  port: z.int(),
  env: z.record(z.string(), z.string()),
  /** File of the built app to be run; absent: the app is run from its sources. */
  built: z.string().optional(),
  /** When its timers run, in place of their own schedules; for tests, which do not wait for five minutes. */
  timerSchedule: z.string().optional(),
  /** Who may use the table service of this machine. */
  tables: z.strictObject({ account: z.string(), key: z.string() }),
  /** Where app tokens for the Connector and for Graph are had. */
  tokenUrl: z.string(),
});

/** From `npm start` to its Functions process. */
export const ToFunctions = z.discriminatedUnion('type', [Start, z.strictObject({ type: z.literal('shutdown') })]);
export type ToFunctions = z.infer<typeof ToFunctions>;
export type FunctionsSettings = Omit<z.infer<typeof Start>, 'type'>;

/** From the Functions process back. */
export const FromFunctions = z.strictObject({ type: z.literal('ready'), url: z.string() });
export type FromFunctions = z.infer<typeof FromFunctions>;
