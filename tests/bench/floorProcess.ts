import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { type Activity, CloudAdapter } from 'botbuilder';
import { TeamsAuthentication } from '#teams/authentication';
import { CALL_TIMING } from '#teams/settings';
import type { FunctionsSettings } from '../../infra/local/functionsMessages.ts';
import { localCredential } from '../../infra/local/localCredential.ts';
import { serveFunctions } from '../../infra/local/serveFunctions.ts';
import { readSettings } from '../../bot/settings.ts';
import { FLOOR_TABLE, floorPartition } from './floorRows.ts';
import { serveChild } from './serveChild.ts';

/**
 * The least that a bot can do with a message: botbuilder checks its token, and it becomes one row. No thread is looked
 * up, nothing is merged, nothing is held. Served, authenticated and stored with the same parts as the app.
 */
serveChild(async ({ port, env, tables, tokenUrl }: FunctionsSettings) => {
  const settings = readSettings(env);
  const credential = localCredential(tokenUrl, settings.appId);
  const adapter = new CloudAdapter(new TeamsAuthentication(settings, credential, CALL_TIMING));
  const client = new TableClient(
    settings.tablesUrl,
    FLOOR_TABLE,
    new AzureNamedKeyCredential(tables.account, tables.key),
    { allowInsecureConnection: true },
  );
  await client.createTable();
  const handler = (request: HttpRequest): Promise<HttpResponseInit> =>
    takeIn(adapter, request, async ({ id = '', text, from, conversation }) => {
      await client.createEntity({
        partitionKey: floorPartition(conversation.id),
        rowKey: id,
        text,
        author: from.aadObjectId,
      });
    });
  return serveFunctions(port, [{ name: 'messages', methods: ['POST'], route: 'api/messages', handler }]);
});

async function takeIn(
  adapter: CloudAdapter,
  request: HttpRequest,
  insert: (activity: Activity) => Promise<void>,
): Promise<HttpResponseInit> {
  let status = 500;
  const response = {
    status: (code: number) => (status = code),
    send: () => undefined,
    header: () => undefined,
    end: () => undefined,
    socket: undefined,
  };
  const body = (await request.json()) as Record<string, unknown>;
  const headers = Object.fromEntries(request.headers.entries());
  await adapter.process({ method: 'POST', headers, body }, response, ({ activity }) => insert(activity));
  return { status };
}
