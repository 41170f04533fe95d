import { join } from 'node:path';
import { freePort } from '../freePort.ts';
import { type Local, startLocal } from '../startLocal.ts';
import { loadKeys } from '../entra/tokens.ts';
import { type Between, type Sides, startBetween } from './between.ts';
import { forkPlayground } from './forkPlayground.ts';
import { members, playgroundWorld } from './playgroundWorld.ts';

export interface PlaygroundRunOptions {
  /** Port of the Playground's page; the next free one is taken where it is busy. 0: any free one. */
  readonly port: number;
  /** Folder for everything that is kept; begun anew, since the Playground remembers nothing. */
  readonly data: string;
  /** File of the built app (`dist/functions/app.cjs`). */
  readonly built: string;
  readonly say?: (line: string) => void;
  /** Once aborted, nothing more is started, what was is stopped in order, and `startPlayground` rejects with its reason. */
  readonly until?: AbortSignal;
}

/** The built app with Microsoft's Agents Playground as its Teams. */
export interface PlaygroundRun {
  /** The Playground's page. Without a slash at the end. */
  readonly url: string;
  /** The stand-in's page: the Playground shows no tabs, so the panel is there. */
  readonly local: Local;
  readonly between: Between;
  /** Resolves with what happened, when a process ended that nobody asked to. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

const BOT_NAME = 'MED-dialog';

/**
 * Starts the app with the stand-in, which gives tokens and answers as Graph, and the Playground in front of it, which is the
 * channel and the Connector.
 */
export async function startPlayground(options: PlaygroundRunOptions): Promise<PlaygroundRun> {
  const { port, data, built, say, until } = options;
  const between = await startBetween();
  const undo = [() => between.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0)) await step();
  };
  try {
    const env = { MED_BOT_METADATA_URL: `${between.url}/metadata` };
    const local = await startLocal({
      port: 0,
      data,
      begin: 'anew',
      built,
      env,
      ...(say && { say }),
      ...(until && { until }),
    });
    undo.unshift(() => local.stop());
    await installUnheard(local, between);
    const taken = await freePort(port);
    between.join(sidesOf(local, data, `http://localhost:${taken}/_connector`));
    const world = playgroundWorld({ id: local.teams.addresses.appId, name: BOT_NAME });
    const messages = `${between.url}/api/messages`;
    const playground = await forkPlayground({ port: taken, folder: join(data, 'playground'), world, messages });
    undo.unshift(() => playground.close());
    until?.throwIfAborted();
    say?.(`Agents Playground at ${playground.url}`);
    const gone = playground.ended.then(() => 'The Agents Playground ended unexpectedly');
    return { url: playground.url, local, between, failed: Promise.race([local.failed, gone]), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Between that Connector and the app; the stand-in's keys sign. */
export function sidesOf({ teams, functionsUrl }: Local, data: string, connector: string): Sides {
  const { appId, botIssuer: issuer, botMetadataUrl: metadata } = teams.addresses;
  return {
    app: functionsUrl,
    appId,
    connector,
    metadata,
    issuer,
    key: loadKeys(join(data, 'teams')).channel,
    locale: 'da-DK',
    idOf,
  };
}

const idOf = (objectId: string): string | undefined => members().find(({ oid }) => oid === objectId)?.mri;

/** Graph answers for a team only once an owner has installed the app; the bot is to hear of that from the Playground alone. */
async function installUnheard({ url, teams, functionsUrl }: Local, between: Between): Promise<void> {
  between.join('none');
  teams.app.url = between.url;
  const response = await fetch(`${url}/api/install`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: members()[0].key }),
  });
  if (!response.ok) throw new Error(`the stand-in did not install the app: ${response.status}`);
  await teams.settled();
  teams.app.url = functionsUrl;
}
