import type { PersonId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Person } from '#dialogue/meeting';
import type { Visitor } from '#usecases/visitor';
import type { App } from './app.ts';
import type { Schema } from './readRequest.ts';

/** Who may do it. `roles.ts` says who is what. */
export type Role = 'member' | 'opener' | 'keeper' | ItemRole;

/** What somebody is in one item. */
export type ItemRole = 'planner' | 'recorder' | 'facilitator' | 'successor';

/** A request whose caller has been let in. */
export interface Call<Input> {
  readonly app: App;
  readonly visitor: Visitor;
  readonly by: Person;
  readonly at: Instant;
  /** Who must lead the item, where it is open, for this to be theirs to do; absent where it does not hang on that. */
  readonly ledBy?: PersonId | undefined;
  readonly input: Input;
  /** A part of the address, `''` where the pattern has none of that name. */
  part(name: 'meeting' | 'round' | 'answer' | 'post' | 'id'): string;
}

export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Azure Functions' route syntax. It names the committee, or a meeting, which names its committee. */
  readonly path: string;
  readonly role: Role;
  readonly status: 200 | 201;
  readonly schema?: Schema<unknown>;
  /** Answers with a body (a `FileBody` as it is, everything else as JSON), or with nothing: then the answer is the committee's new view. */
  readonly run: (call: Call<unknown>) => Promise<object | undefined>;
}

/** Ties a schema to the use case that takes what it yields. */
export const route = <Input>(
  row: Omit<Route, 'schema' | 'run'> & { schema?: Schema<Input>; run: (call: Call<Input>) => Promise<unknown> },
  answers: 'view' | 'body' = 'view',
): Route => ({
  ...row,
  schema: row.schema as Schema<unknown>,
  run: async (call) => {
    const body = await row.run(call as Call<Input>);
    return answers === 'body' ? (body as object) : undefined;
  },
});
