import type { Address, Columns, Entity } from '#store/tables';

/**
 * What Table Storage takes. Azurite checks less.
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
const KEY_BYTES = 1024;
const TEXT_UNITS = 32_768;
const PROPERTIES = 252;
const ENTITY_BYTES = 1024 * 1024;
const FORBIDDEN_IN_KEY = /[/\\#?]|\p{Cc}/u;
/** Not documented as forbidden, but not safe in every version of the protocol either. */
const UNSAFE_IN_TEXT = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const SYSTEM = /^(?:partitionkey|rowkey|timestamp|etag)$/i;

/** The service's code for what is wrong with keys; undefined where nothing is. */
export function refusalOfKeys({ partition, key }: Address): string | undefined {
  for (const text of [partition, key]) {
    if (text.length * 2 > KEY_BYTES) return 'KeyValueTooLarge';
    if (FORBIDDEN_IN_KEY.test(text) || !text.isWellFormed()) return 'OutOfRangeInput';
  }
  return undefined;
}

/** The service's code for what is wrong with an entity; undefined where nothing is. */
export function refusalOf(entity: Entity): string | undefined {
  const names = Object.keys(entity.columns);
  if (names.length > PROPERTIES) return 'TooManyProperties';
  if (names.some((name) => !NAME.test(name) || SYSTEM.test(name))) return 'PropertyNameInvalid';
  const values = Object.values(entity.columns);
  if (values.some((value) => typeof value === 'string' && value.length > TEXT_UNITS)) return 'PropertyValueTooLarge';
  if (values.some((value) => !isSound(value))) return 'InvalidInput';
  if (sizeOf(entity.columns) + (entity.partition.length + entity.key.length) * 2 + 4 > ENTITY_BYTES) {
    return 'EntityTooLarge';
  }
  return refusalOfKeys(entity);
}

const isSound = (value: string | number): boolean =>
  typeof value === 'string' ? value.isWellFormed() && !UNSAFE_IN_TEXT.test(value) : value === (value | 0);

/** In bytes, as the service counts. */
function sizeOf(columns: Columns): number {
  return Object.entries(columns).reduce(
    (sum, [name, value]) => sum + 8 + name.length * 2 + (typeof value === 'string' ? value.length * 2 + 4 : 4),
    0,
  );
}
