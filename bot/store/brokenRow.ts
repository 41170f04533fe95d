import { shapeOf } from './keys.ts';
import type { Address } from './tables.ts';

/** A row that is not what its key says. The message holds table, shape of the key and names of fields, and no content. */
export class BrokenRow extends Error {
  constructor(at: Address, fields: readonly string[]) {
    super(`broken row in ${at.table}: ${shapeOf(at.key)} (${fields.join(', ')})`);
    this.name = 'BrokenRow';
  }
}
