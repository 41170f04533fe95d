/** What happens around each call that an instance makes to a port. */
export interface Around {
  /** Before the call reaches the other side. Never resolves for an instance that is gone. */
  before(name: string): Promise<void>;
  /** After the other side has done it, before the instance hears of it. */
  after(name: string): Promise<void>;
}

type Method = (...values: unknown[]) => Promise<unknown>;

/** Around a call nothing happens. */
export const QUIET: Around = { before: () => Promise.resolve(), after: () => Promise.resolve() };

/** A port whose every call passes by `around`. */
export function around<Port extends object>(port: Port, watch: Around): Port {
  if (watch === QUIET) return port;
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call: Method = async (...values) => {
        await watch.before(String(name));
        const result: unknown = await (value as Method).apply(target, values);
        await watch.after(String(name));
        return result;
      };
      return call;
    },
  });
}
