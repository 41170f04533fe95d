import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import type { CommitteeView, ErrorBody } from '#contract/responses';
import type { Machine } from './machine.ts';

/** What the app said. */
export interface Said {
  readonly status: number;
  readonly body: CommitteeView & ErrorBody;
  /** How often it was asked until then. */
  readonly tries: number;
}

/** Before somebody presses again, in milliseconds. */
const AGAIN = 400;
/** Longest that somebody presses again and again, in milliseconds. */
const PATIENCE = 120_000;

/** People in the panel, over HTTP. */
export class Api {
  /** What the app must never answer. */
  readonly unforeseen: string[] = [];
  readonly #machine: Machine;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** `base`: of one process, in place of whichever is there. */
  view = (as: string, committee: string, base?: string): Promise<Said | undefined> =>
    this.#ask(as, 'GET', addresses.view(committee), undefined, base);

  /** Somebody presses, and presses again until it is acknowledged or refused for good: it is the same wish each time. */
  act = (as: string, method: 'POST' | 'PUT', path: string, wish: object): Promise<Said> =>
    this.send(as, method, path, { command: randomUUID(), ...wish });

  /** The same of what is no command. */
  send(as: string, method: 'POST' | 'PUT', path: string, body: object): Promise<Said> {
    return this.#acknowledged(path, () => this.#ask(as, method, path, body));
  }

  async delete(as: string, path: string, over: number): Promise<Said> {
    const query = new URLSearchParams({ command: randomUUID(), over: String(over) });
    return this.#acknowledged(path, () => this.#ask(as, 'DELETE', `${path}?${query.toString()}`));
  }

  /** What is read, as soon as it can be. */
  async read(as: string, committee: string): Promise<CommitteeView> {
    return (await this.#acknowledged('view', () => this.view(as, committee))).body;
  }

  async #acknowledged(what: string, ask: () => Promise<Said | undefined>): Promise<Said> {
    const end = performance.now() + PATIENCE;
    for (let tries = 1; performance.now() < end; tries += 1) {
      const said = await ask();
      if (said !== undefined && said.status < 500 && said.status !== 429) return { ...said, tries };
      await delay(AGAIN);
    }
    throw new Error(`never acknowledged: ${what}`);
  }

  /** Undefined where nobody answers. */
  async #ask(
    as: string,
    method: string,
    path: string,
    body?: object,
    base = this.#machine.url,
  ): Promise<Said | undefined> {
    const headers = { authorization: `Bearer ${await this.#token(as)}`, 'content-type': 'application/json' };
    try {
      const response = await fetch(base + path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      if (response.status === 500) this.unforeseen.push(`${method} answered 500`);
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Said['body'], tries: 1 };
    } catch {
      return undefined;
    }
  }

  /** Valid for longer than a run takes. */
  #token(as: string): Promise<string> {
    const known = this.#tokens.get(as) ?? this.#newToken(as);
    this.#tokens.set(as, known);
    return known;
  }

  async #newToken(as: string): Promise<string> {
    const response = await fetch(`${this.#machine.teams.url}/api/token?as=${as}`);
    return ((await response.json()) as { token: string }).token;
  }
}
