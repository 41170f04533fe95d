import type { Tables } from '#store/tables';
import type { Outside } from '../simulation/instance.ts';
import type { Connector } from './connector.ts';

/** What a test puts in place of a part to see that the soup finds it out. */
export interface Defect {
  outside(outside: Outside): Outside;
  connector(connector: Connector): Connector;
  tables(tables: Tables): Tables;
  /** How long the facilitator waits before looking for a post that nobody knows about, in milliseconds. */
  readonly patience: number;
}

/** Nothing is in the place of anything. */
export const NO_DEFECT: Defect = {
  outside: (outside) => outside,
  connector: (connector) => connector,
  tables: (tables) => tables,
  patience: 61_000,
};
