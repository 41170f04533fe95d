import { materials } from '#compiled/materials';
import type { App } from '#functions/app';
import { createOwners } from '#graph/owners';
import { createThreads } from '#graph/threads';
import { createVerifier } from '#identity/verifier';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import type { Address, Tables, Write } from '#store/tables';
import { type Calls, createCalls } from '#telemetry/calls';
import { createAnswerNoted } from '#usecases/answerNoted';
import { createAttendOverdue } from '#usecases/attendOverdue';
import { createHandleEvent } from '#usecases/handleEvent';
import { createMemberships } from '#usecases/memberships';
import type { ChannelPort, Inbound, RosterPort } from '#usecases/ports';
import { createSnapshots } from '#usecases/snapshots';
import about from '../package.json' with { type: 'json' };
import { probesOf } from './probes.ts';
import { readSettings, type Settings } from './settings.ts';
import { createSurroundings } from './surroundings.ts';

/** Gives app tokens, as the credentials of `@azure/identity` do. */
export interface Credential {
  getToken(scope: string | string[]): Promise<{ token: string; expiresOnTimestamp: number } | null>;
}

/** What differs between Azure and one machine: who vouches for the app. Only addresses and keys, no behaviour. */
export interface Clients {
  tables(settings: Settings): Tables;
  /** The app registration's credential, for the Connector and for Graph. */
  credential(settings: Settings): Credential;
}

/** No secret anywhere: a managed identity reaches the tables and vouches for the app registration. */
const productionClients: Clients = {
  tables: (settings) => createAzureTables({ url: settings.tablesUrl, credential: lazily(() => identityOf(settings)) }),
  credential: (settings) => lazily(async () => (await import('./identity/federated.ts')).federated(settings)),
};

/** Milliseconds. */
const DAY = 24 * 60 * 60_000;

const identityOf = async (settings: Pick<Settings, 'identityId'>): Promise<Credential> =>
  (await import('./identity/federated.ts')).managedIdentity(settings);

type Log = ReturnType<typeof createSurroundings>['log'];

/** The identity library takes long to load, and nothing needs a token before something is asked for. */
function lazily(load: () => Promise<Credential>): Credential {
  let loaded: Promise<Credential> | undefined;
  return { getToken: async (scope) => (await (loaded ??= load())).getToken(scope) };
}

/**
 * Builds the app from its environment: the only reader of settings and maker of clients.
 * @throws SettingsError
 */
export function compose(
  env: Readonly<Record<string, string | undefined>>,
  clients: Clients = productionClients,
): App & { close(): Promise<void> } {
  const settings = readSettings(env);
  const credential = clients.credential(settings);
  const surroundings = createSurroundings((line) => process.stdout.write(line));
  const log: Log = (event) => surroundings.log(event);
  const calls = callsOf(settings, log);
  const store = createStore(calls.told('Tables', clients.tables(settings), tableOf));
  const owners = calls.told('Graph', createOwners({ graphUrl: settings.graphUrl, credential }));
  const threads = calls.told('Graph', createThreads({ ...settings, credential }));
  const teams = lazyTeams(settings, credential, calls);
  const snapshots = createSnapshots(store, surroundings);
  const memberships = createMemberships({ roster: teams.roster, owners, surroundings });
  const { appId: app, channelReading } = settings;
  const outbox = {
    store,
    channel: teams.channel,
    threads,
    surroundings,
    app,
    channelReading,
    keptFor: settings.keepDays * DAY,
  };
  const noted = createAnswerNoted({ ...outbox, snapshots });
  const deps = { ...outbox, roster: teams.roster, owners, materials, memberships, snapshots, noted };
  const handle = createHandleEvent({ ...deps, owned: new Map() });
  return {
    deps,
    attendOverdue: createAttendOverdue(outbox),
    verifyCaller: createVerifier({ ...settings, keysUrl: settings.userKeysUrl }),
    inbound: lazyInbound(settings, credential, handle, log),
    tabs: { ...settings.tabs, clientId: app, channelReading },
    readiness: {
      ...surroundings,
      version: about.version,
      channelReading,
      probes: probesOf(settings, store, credential),
    },
    inRun: ({ id, traceParent }, work) => surroundings.inRun(id, () => calls.inRun(traceParent, work)),
    close: async () => {
      await surroundings.close();
      await calls.close();
    },
  };
}

/** Tells of calls to other services where there is somewhere to tell it; what that takes is loaded with the first call. */
function callsOf({ insights, ...settings }: Settings, log: Log): Calls {
  if (insights === undefined) return createCalls(undefined);
  const { connection, from } = insights;
  const credential = from === 'identity' ? lazily(() => identityOf(settings)) : undefined;
  let isKnown = false;
  const failed = (): void => {
    // Once is enough to be found; each batch would be a line.
    if (!isKnown) log({ level: 'warn', code: 'Insights.failed' });
    isKnown = true;
  };
  const given = { connection, credential, version: about.version, failed };
  return createCalls(async () => (await import('#telemetry/insights')).createInsights(given), failed);
}

/** The table that a call is about: no key of a row, which may be a person's id. */
const tableOf = (first: Pick<Address, 'table'> | readonly [Write, ...Write[]]): string =>
  'table' in first ? first.table : first[0].entity.table;

/** The bot framework takes long to load, and most requests do not need it. */
function lazyTeams(
  settings: Settings,
  credential: Credential,
  calls: Calls,
): { channel: ChannelPort; roster: RosterPort } {
  let channel: Promise<ChannelPort> | undefined;
  let roster: Promise<RosterPort> | undefined;
  const getChannel = (): Promise<ChannelPort> =>
    (channel ??= import('./teams/outbound.ts').then(({ createChannel }) => createChannel({ settings, credential })));
  const getRoster = (): Promise<RosterPort> =>
    (roster ??= import('./teams/roster.ts').then(({ createRoster }) => createRoster({ settings, credential })));
  return {
    channel: calls.told('Connector', {
      createThread: async (...call) => (await getChannel()).createThread(...call),
      reply: async (...call) => (await getChannel()).reply(...call),
      update: async (...call) => (await getChannel()).update(...call),
      remove: async (...call) => (await getChannel()).remove(...call),
    }),
    roster: calls.told('Connector', {
      member: async (...call) => (await getRoster()).member(...call),
      list: async (...call) => (await getRoster()).list(...call),
      describe: async (...call) => (await getRoster()).describe(...call),
    }),
  };
}

function lazyInbound(
  settings: Settings,
  credential: Credential,
  handle: ReturnType<typeof createHandleEvent>,
  log: Log,
): Inbound {
  let inbound: Promise<Inbound> | undefined;
  return async (request) => {
    inbound ??= import('./teams/inbound.ts').then(({ createInbound }) =>
      createInbound({ settings, credential, handle, log }),
    );
    return (await inbound)(request);
  };
}
