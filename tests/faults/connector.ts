import type { Message } from '#render/message';
import { classifyChange, classifyCreate } from '#teams/classify';
import type { ChangeOutcome, ChannelPort, CreateOutcome, Destination } from '#usecases/ports';
import type { FaultName } from './faults.ts';
import { answered, type Outcry, reset, timedOut, unreachable } from './outcry.ts';
import type { Random } from '../support/random.ts';
import type { TeamsChannel } from './teamsChannel.ts';
import type { Timeline } from './timeline.ts';
import type { Weather } from './weather.ts';

/** How long a call may take before it is given up, in milliseconds. */
const TIMEOUT = 15_000;
/** A message that lands late is there so long after the call at the latest, in milliseconds. */
const LANDED = 45_000;

/** Calls to the Bot Connector as they go over the wire. Each throws an `Outcry` for all but success. */
export interface Connector {
  /** @returns the new message's id */
  create(root: string | undefined, content: Message): Promise<string>;
  update(id: string, content: Message): Promise<void>;
  remove(id: string): Promise<void>;
}

interface Deps {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly weather: Weather;
  readonly teams: TeamsChannel;
}

/** The way to Teams, on which everything happens that the weather has. */
export function createConnector({ timeline, random, weather, teams }: Deps): Connector {
  const travel = (): Promise<void> => timeline.pause(random.between(20, 400));
  /** No answer, or one that tells nothing of whether it was done. */
  const lost = async (): Promise<Outcry> => {
    const how = random.between(0, 6);
    if (how === 0) return reset();
    if (how > 1) return answered([408, 500, 502, 503, 504][how - 2] ?? 500);
    await timeline.pause(TIMEOUT);
    return timedOut();
  };
  const creations: Record<(typeof CREATIONS)[number], (make: () => string) => Promise<string>> = {
    'create throttled': () => Promise.reject(answered(429, random.between(0, 1) * random.between(1, 20) || undefined)),
    'create unreachable': () => Promise.reject(unreachable()),
    'create refused': () => Promise.reject(answered(403)),
    'create lost before': async () => {
      throw await lost();
    },
    'create lost after': async (make) => {
      make();
      throw await lost();
    },
    'create lands late': async (make) => {
      timeline.after(random.between(1, LANDED), make);
      await timeline.pause(TIMEOUT);
      throw timedOut();
    },
    'create answered late': async (make) => {
      const id = make();
      await timeline.pause(random.between(60_000, 400_000));
      return id;
    },
  };
  const change = async (work: () => void): Promise<void> => {
    await travel();
    const fault = weather.oneOf(CHANGES);
    if (fault === 'change throttled') throw answered(429, random.between(1, 20));
    if (fault === 'change lost before') throw await lost();
    work();
    if (fault === 'change lost after') throw await lost();
    await travel();
  };
  return {
    async create(root, content) {
      const make = (): string => teams.post(root, content);
      await travel();
      const fault = weather.oneOf(CREATIONS);
      if (fault !== undefined) return creations[fault](make);
      const id = make();
      await travel();
      return id;
    },
    update: (id, content) => change(() => teams.update(id, content)),
    remove: (id) => change(() => teams.remove(id)),
  };
}

const CREATIONS = [
  'create throttled',
  'create unreachable',
  'create refused',
  'create lost before',
  'create lost after',
  'create lands late',
  'create answered late',
] as const satisfies readonly FaultName[];

const CHANGES = ['change throttled', 'change lost before', 'change lost after'] as const satisfies readonly FaultName[];

/** What the app makes of the connector's answers, by its own rules. */
export function channelOver(connector: Connector): ChannelPort {
  const creating = async (root: string | undefined, content: Message): Promise<CreateOutcome> => {
    try {
      const message = await connector.create(root, content);
      return { type: 'sent', place: { root: root ?? message, message } };
    } catch (error) {
      return classifyCreate(error);
    }
  };
  const changing = async (work: () => Promise<void>): Promise<ChangeOutcome> => {
    try {
      await work();
      return { type: 'done' };
    } catch (error) {
      return classifyChange(error);
    }
  };
  return {
    createThread: (_, content) => creating(undefined, content),
    reply: (at, content) => creating(rootIn(at), content),
    update: (_, id, content) => changing(() => connector.update(id, content)),
    remove: (_, id) => changing(() => connector.remove(id)),
  };
}

const rootIn = ({ conversation }: Destination): string | undefined => conversation.split(';messageid=')[1];
