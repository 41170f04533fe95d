import { meteredTables } from '#store/meteredTables';
import { startFunctions } from '../../infra/local/functions.ts';
import { localClients } from '../../infra/local/localClients.ts';
import { serveChild } from './serveChild.ts';

/** The Functions app as `npm start` runs it, with every request to the table service counted. */
serveChild((settings, count) => {
  const clients = localClients(settings);
  return startFunctions({
    port: settings.port,
    env: settings.env,
    clients: { ...clients, tables: (read) => meteredTables(clients.tables(read), count) },
  });
});
