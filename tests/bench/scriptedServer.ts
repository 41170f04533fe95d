import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { createTabsHandler } from '#functions/tabs';
import { type FunctionsServer, serveFunctions } from '../../infra/local/serveFunctions.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import type { CommitteeView, HistoryView } from '../../tabs/api/views.ts';
import { MATERIALS } from '../screens/states/samples.ts';

/** What the server says: a view until something is done, and the next one after each thing that is. */
export interface Script {
  readonly views: readonly CommitteeView[];
  readonly history?: HistoryView;
}

/** The built tabs and, in place of our API, a script: what is measured is the page, and what lies between. */
export interface ScriptedServer extends FunctionsServer {
  /** Begins a script from its first view. */
  readonly begin: (script: Script) => void;
  /** Goes on to the next view, as when somebody else has done something. */
  readonly goOn: () => void;
}

export async function scriptedServer(): Promise<ScriptedServer> {
  let script: Script = { views: [] };
  let place = 0;
  const goOn = (): void => {
    place = Math.min(place + 1, script.views.length - 1);
  };
  const json = (jsonBody: unknown): Promise<HttpResponseInit> => Promise.resolve({ status: 200, jsonBody });
  const answer = ({ method, url, headers }: HttpRequest): Promise<HttpResponseInit> => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/materials')) return json(MATERIALS);
    if (pathname.endsWith('/history')) return json(script.history ?? { items: [], taken: [] });
    if (pathname.endsWith('/minutes')) return json({ text: 'Udkast til referatpunkt' });
    if (method !== 'GET') goOn();
    return Promise.resolve(viewResponse(script.views[place], method === 'GET' ? headers.get('if-none-match') : null));
  };
  const server = await serveFunctions(0, [
    { name: 'api', methods: ['GET', 'POST', 'PUT', 'DELETE'], route: 'api/{*rest}', handler: answer },
    {
      name: 'tabs',
      methods: ['GET'],
      route: 'tabs/{*path}',
      handler: createTabsHandler({ folder: join(ROOT, 'dist/tabs'), hosts: [], clientId: '', channelReading: 'on' }),
    },
  ]);
  return {
    ...server,
    goOn,
    begin: (begun) => {
      script = begun;
      place = 0;
    },
  };
}

/** As the app answers a poll: whoever has seen this view already is told just that. */
function viewResponse(view: CommitteeView | undefined, seen: string | null): HttpResponseInit {
  const body = JSON.stringify(view);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  if (seen === etag) return { status: 304, headers: { etag } };
  return { status: 200, body, headers: { etag, 'content-type': 'application/json' } };
}
