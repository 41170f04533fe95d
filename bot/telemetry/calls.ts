import { AsyncLocalStorage } from 'node:async_hooks';

/** A call to another service, as it is told of: nothing of what was asked or answered. */
export interface Call {
  /** Which service: `Tables`, `Connector`, `Graph`. */
  readonly service: string;
  /** What it was asked to do, such as `insert Meetings`. */
  readonly operation: string;
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly ended: number;
  /** Name of the error that it ended with. */
  readonly failure?: string | undefined;
  /** W3C `traceparent` of the run that it was made for, where the worker gave one. */
  readonly parent?: string | undefined;
}

/** Where calls are told to. */
export interface CallRecorder {
  record(call: Call): void;
  /** Waits until all has been told. */
  close(): Promise<void>;
}

export interface Calls {
  /** Does the work of one run of a function: each call in it, and in what it leaves to be done later, belongs to the run. */
  inRun<T>(parent: string | undefined, work: () => T): T;
  /**
   * The same port, of whose calls is told.
   * @param about what else is told, of what the call is given
   */
  told<T extends object>(service: string, port: T, about?: (first: never) => string): T;
  close(): Promise<void>;
}

type Method = (...given: unknown[]) => Promise<unknown>;

/**
 * Tells how long calls to other services took, and whether they failed.
 * @param load the recorder, when there is a first call to tell of; absent where nothing is configured, and then ports
 * are left as they are
 * @param failed told each time that a call could not be told of
 */
export function createCalls(
  load: (() => Promise<CallRecorder>) | undefined,
  failed: () => void = () => undefined,
): Calls {
  if (load === undefined)
    return { inRun: (_, work) => work(), told: (_, port) => port, close: () => Promise.resolve() };
  const runs = new AsyncLocalStorage<string | undefined>();
  let recorder: Promise<CallRecorder> | undefined;
  const tell = (call: Call): void => {
    // What cannot be told does not stop what it would have told of.
    void (recorder ??= load()).then((loaded) => loaded.record(call)).catch(failed);
  };
  const timed =
    (service: string, name: string, method: Method, about: (first: never) => string): Method =>
    async (...given) => {
      const [begun, parent] = [Date.now(), runs.getStore()];
      const more = about(given[0] as never);
      const operation = more === '' ? name : `${name} ${more}`;
      const told = (failure?: string): void => tell({ service, operation, begun, ended: Date.now(), failure, parent });
      try {
        const answer = await method(...given);
        told();
        return answer;
      } catch (error) {
        told(error instanceof Error ? error.name : typeof error);
        throw error;
      }
    };
  return {
    inRun: (parent, work) => runs.run(parent, work),
    told: (service, port, about = () => '') =>
      // The same methods under the same names: TypeScript cannot follow them through a list of entries.
      Object.fromEntries(
        Object.entries(port).map(([name, method]) => [name, timed(service, name, method as Method, about)]),
      ) as typeof port,
    close: async () => (await recorder?.catch(() => undefined))?.close(),
  };
}
