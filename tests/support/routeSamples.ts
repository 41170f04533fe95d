import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import * as z from 'zod';
import type { Call, Route } from '#functions/route';
import { MATERIAL } from './driver.ts';

/** What stands in the places of an address; a new place without a sample does not compile. */
export type Places = Readonly<Record<'committee' | Parameters<Call<unknown>['part']>[0], string>>;

/** The part of JSON Schema that the contract's schemas come to. */
export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

/** What a field of that name is given where any value that its schema takes would lead nowhere. */
export type Hints = Readonly<Record<string, (shape: Shape) => unknown>>;

const HINTS: Hints = {
  command: () => randomUUID(),
  material: () => MATERIAL,
  question: () => '3/2',
  over: ({ type }) => (type === 'string' ? '1' : 0),
  link: () => 'https://teams.microsoft.com/l/message/x/1700000000000',
};

export const addressOf = ({ path }: Pick<Route, 'path'>, places: Places): string =>
  `/${path.replace(/\{(\w+)\}/g, (_, name: keyof Places) => encodeURIComponent(places[name]))}`;

/** Absent where the route takes nothing. */
export const shapeOf = ({ schema }: Pick<Route, 'schema'>): Shape | undefined =>
  schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);

/** Which optional fields are there, and which of several forms something has: a number from 0 to 1 for each question. */
export type Choose = () => number;

/** Everything that has to be there, and no more. */
const LEAST: Choose = () => 0.999;

/** Something that the schema takes, as far as JSON Schema can tell. `choose` below 0.5: an optional field is there. */
export function sampleOf(shape: Shape, hints: Hints = {}, choose: Choose = LEAST): unknown {
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor((1 - choose()) * all.length)] ?? all[0];
  const forms = shape.anyOf ?? shape.oneOf;
  if (forms !== undefined) return sampleOf(oneOf(forms) ?? {}, hints, choose);
  const values = shape.const === undefined ? shape.enum : [shape.const];
  return values === undefined ? ofType(shape, hints, choose) : oneOf(values);
}

function ofType(shape: Shape, hints: Hints, choose: Choose): unknown {
  switch (shape.type) {
    case 'object':
      return fieldsOf(shape, hints, choose);
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}, hints, choose));
    case 'string':
      return textOf(shape, choose);
    case 'boolean':
      return choose() > 0.5;
    case 'integer':
    case 'number':
      return leastOf(shape);
    default:
      return {};
  }
}

const leastOf = ({ minimum = 0, exclusiveMinimum = -1 }: Shape): number => Math.max(minimum, exclusiveMinimum + 1, 0);

function fieldsOf({ properties = {}, required = [] }: Shape, hints: Hints, choose: Choose): object {
  const given = { ...HINTS, ...hints };
  const there = Object.entries(properties).filter(([name]) => required.includes(name) || choose() < 0.5);
  return Object.fromEntries(
    there.map(([name, shape]) => [name, given[name]?.(shape) ?? sampleOf(shape, hints, choose)] as const),
  );
}

function textOf({ pattern, minLength = 0 }: Shape, choose: Choose): string {
  if (pattern === undefined) return 'æ ord'.padEnd(minLength, 'x');
  return (
    fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: Math.floor(choose() * 2 ** 31), numRuns: 1 })[0] ?? ''
  );
}
