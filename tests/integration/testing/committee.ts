import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorBody } from '#contract/responses';
import type { Meeting, Person } from '#dialogue/meeting';
import type { Setup } from '#dialogue/setup';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import type { Store } from '#usecases/ports';
import { AZURITE_ACCOUNT } from '../../../infra/local/azurite.ts';
import { type Answered, Driver, MATERIAL } from '../../support/driver.ts';
import { personCalled } from './activities.ts';

const TABLES = 'Table service at ';

export const idOf = (key: string): string => personCalled(key).oid;
export const somebody = (key: string): Person => ({ person: idOf(key), name: personCalled(key).name });

/** Lone Krogh and Jens Bro chair it, Søren Ødegård leads its items. */
const SETUP: Setup = {
  name: 'LMU Lærkeby',
  level: 'local',
  chair: somebody('formand'),
  deputy: somebody('naestformand'),
  leads: somebody('medlem1'),
  names: 'shown',
  members: [somebody('amr'), somebody('medlem2')],
  substitutes: [],
  revision: 1,
};

/** The running app, its committee with both chairs, and what only the table service can be asked or told. */
export class CommitteeDriver {
  readonly driver: Driver;
  readonly store: Store;

  private constructor(driver: Driver, store: Store) {
    this.driver = driver;
    this.store = store;
  }

  static async start(setup: Partial<Setup> = {}): Promise<CommitteeDriver> {
    const lines: string[] = [];
    const driver = await Driver.start({ say: (line) => lines.push(line) });
    const url = lines.find((line) => line.startsWith(TABLES))?.slice(TABLES.length) ?? '';
    const committee = new CommitteeDriver(driver, createStore(createAzureTables({ url, credential: AZURITE_ACCOUNT })));
    const { value, version } = (await committee.store.readCommittee(driver.committee)) ?? {};
    if (value === undefined) throw new Error('there is no committee');
    await committee.store.saveCommittee({ ...value, setup: { ...SETUP, ...setup } }, version);
    await driver.sees('naestformand', ({ you }) => you.side === 'employees');
    return committee;
  }

  /** Asks as somebody, with a command of its own. */
  ask<T = Answered['body']>(as: string, method: string, path: string, body: object = {}): Promise<Answered<T>> {
    const command = randomUUID();
    if (method === 'DELETE') {
      const query = new URLSearchParams({ command, ...body });
      return this.driver.ask(as, method, `${path}?${query.toString()}`);
    }
    return this.driver.ask(as, method, path, { command, ...body });
  }

  /** What a refusal says of itself. */
  async refusal(as: string, method: string, path: string, body?: object): Promise<string> {
    const { status, body: refused } = await this.ask<ErrorBody>(as, method, path, body);
    return `${status} ${refused.code}${refused.field === undefined ? '' : ` ${refused.field}`}`;
  }

  /** Somebody begins to prepare an item; its id. */
  async plan(as: string, plan: readonly object[], title = 'Punkt 4'): Promise<string> {
    const wish = { title, material: MATERIAL, plan };
    const { status, body } = await this.ask(as, 'POST', addresses.plans(this.driver.committee), wish);
    if (status !== 201 || body.next === undefined) throw new Error(`not prepared: ${status}`);
    return body.next.id;
  }

  /** Changes an item’s row behind the app’s back, and waits until it is seen. */
  async rewrite(id: string, change: (meeting: Meeting) => Meeting, isSeen: (view: Answered['body']) => boolean) {
    await vi.waitFor(async () => {
      const { value, version } = (await this.store.readMeeting(id)) ?? {};
      if (value === undefined || version === undefined) throw new Error('there is no item');
      if (!(await this.store.commitMeeting(change(value), version, []))) throw new Error('somebody else wrote');
    });
    await this.driver.sees('naestformand', isSeen);
  }
}
