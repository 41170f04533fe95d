/** What happens around each call that an instance makes to a port. */
export interface Around {
  /** Before the call reaches the other side. Never resolves for an instance that is gone. */
  before(name: string): Promise<void>;
  /** After the other side has done it, before the instance hears of it. */
  after(name: string): Promise<void>;
}

type Method = (...values: unknown[]) => Promise<unknown>;

/** Already over: whoever waits for it goes on with the next thing to do. */
export const AT_ONCE = Promise.resolve();

/** Around a call nothing happens. */
export const QUIET: Around = { before: () => AT_ONCE, after: () => AT_ONCE };

/** A port whose every call passes by `around`. */
export function around<Port extends object>(port: Port, watch: Around): Port {
  if (watch === QUIET) return port;
  const calls = new Map<string | symbol, Method>();
  return new Proxy(port, {
    get(target, name) {
      const known = calls.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call: Method = async (...values) => {
        await watch.before(String(name));
        const result: unknown = await (value as Method).apply(target, values);
        await watch.after(String(name));
        return result;
      };
      calls.set(name, call);
      return call;
    },
  });
}
