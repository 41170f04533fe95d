/** What a function says of itself when it is registered. */
export interface Registered {
  readonly name: string;
  readonly trigger: string;
  readonly route?: string | undefined;
  readonly methods?: readonly string[] | undefined;
  readonly authLevel?: string | undefined;
  readonly schedule?: string | undefined;
}

export interface HttpCall {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Base 64. */
  readonly body: string;
}

export type ToWorker =
  | { readonly type: 'load'; readonly folder: string }
  | { readonly type: 'http'; readonly name: string; readonly call: HttpCall }
  | { readonly type: 'timer'; readonly name: string };

export type FromWorker =
  /** `milliseconds` from before the app's file was read until all of it was registered. */
  | { readonly type: 'loaded'; readonly functions: readonly Registered[]; readonly milliseconds: number }
  /** `cpu`: processor time since loading began, in milliseconds. */
  | { readonly type: 'answered'; readonly answer: HttpAnswer; readonly cpu: number }
  | { readonly type: 'ran' }
  | { readonly type: 'failed'; readonly reason: string };
