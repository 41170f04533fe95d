import type { Shape } from '../support/routeSamples.ts';
import { oddName, oddText, oddValue } from './oddValues.ts';
import type { Random } from '../support/random.ts';

type Holder = Record<string, unknown>;
/** Somewhere in a value: what holds it, and under which name. */
interface Spot {
  readonly holder: Holder;
  readonly name: string;
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Every field and entry of a value, however deep. */
function spotsIn(value: unknown): readonly Spot[] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((name) => [{ holder: value, name }, ...spotsIn(value[name])]);
}

/** Defined and not assigned: `__proto__` is to become a field like any other. */
function put(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** One thing in it is of another kind, missing, or too much. The value itself is left as it is. */
export function spoilValue(random: Random, value: unknown): unknown {
  const spoilt = structuredClone(value);
  const spots = spotsIn(spoilt);
  if (spots.length === 0 || random.chance(0.04)) return oddValue(random);
  const { holder, name } = random.pick(spots);
  const turn = random.next();
  if (turn < 0.15) Reflect.deleteProperty(holder, name);
  else if (turn < 0.3) put(holder, oddName(random), oddValue(random));
  else put(holder, name, oddValue(random));
  return spoilt;
}

/** One field that the schema knows lies at the edge of what it takes, or just beyond. */
export function pushLimit(random: Random, shape: Shape, value: unknown): unknown {
  if (!isHolder(value) || shape.properties === undefined) return spoilValue(random, value);
  const pushed = structuredClone(value);
  const [name, field] = random.pick(Object.entries(shape.properties));
  put(pushed, name, atLimit(random, field, pushed[name]));
  return pushed;
}

function atLimit(random: Random, shape: Shape, now: unknown): unknown {
  const beyond = random.chance(0.5) ? 1 : 0;
  if (shape.maxLength !== undefined)
    return random.pick(['x', 'æ', '\u0001', '\ud800']).repeat(shape.maxLength + beyond);
  if (shape.maxItems !== undefined && Array.isArray(now)) {
    const entry: unknown = now[0] ?? oddText(random);
    return Array.from({ length: shape.maxItems + beyond }, () => entry);
  }
  if (shape.minimum !== undefined) return shape.minimum - beyond;
  if (shape.enum !== undefined) return String(random.pick(shape.enum)).toUpperCase();
  return oddValue(random);
}

/** What goes over the wire is no JSON any more, or JSON that hardly anybody writes. */
export function spoilText(random: Random, text: string): string | Buffer {
  const at = random.between(0, text.length);
  const broken: readonly (() => string | Buffer)[] = [
    () => text.slice(0, at),
    () => text.slice(0, at) + random.pick(['"', '{', '\u0000', ',', '\\', '\ud800']) + text.slice(at),
    () => text + text,
    () => `\ufeff${text}`,
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(text.slice(at))]),
    () => text.replace('{', '{"__proto__":{"command":"command-0001"},'),
    () => text.replace('{', '{"command":"command-0001","command":7,'),
    () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    () => '{"a":'.repeat(5_000),
    () => `{"text":${'1'.repeat(5_000)}e999}`,
    () => `"${'x'.repeat(300 * 1024)}"`,
    () => '',
    () => 'null',
  ];
  return random.pick(broken)();
}
