import { randomUUID } from 'node:crypto';
import azure from '@azure/functions';
import { Cron } from 'croner';
import { registrations } from '#functions/registrations';
import { meteredTables } from '#store/meteredTables';
import { compose } from '../../bot/compose.ts';
import { localClients } from '../../infra/local/localClients.ts';
import { startRig } from '../bench/rig.ts';

const MONTH = 30 * 24 * 3600 * 1000;

/** How often the timers run in a month, and requests to the table service of all those runs where nothing is due. */
export async function meterTimers(): Promise<{ readonly runs: number; readonly tableRequests: number }> {
  const rig = await startRig({ functions: 1 });
  let requests = 0;
  try {
    const clients = localClients(rig.settings);
    const app = compose(rig.settings.env, {
      ...clients,
      tables: (settings) => meteredTables(clients.tables(settings), () => (requests += 1)),
    });
    const counted = { runs: 0, tableRequests: 0 };
    for (const { name, schedule, handler } of registrations(app).timers) {
      requests = 0;
      const times = { last: '', next: '', lastUpdated: '' };
      await handler(
        { isPastDue: false, schedule: { adjustForDST: false }, scheduleStatus: times },
        new azure.InvocationContext({ functionName: name, invocationId: randomUUID() }),
      );
      const [first, second] = new Cron(schedule, { timezone: 'UTC', mode: '6-part', paused: true }).nextRuns(2);
      const runs = MONTH / ((second?.getTime() ?? 0) - (first?.getTime() ?? 0));
      counted.runs += runs;
      counted.tableRequests += runs * requests;
    }
    await app.close();
    return counted;
  } finally {
    await rig.close();
  }
}
