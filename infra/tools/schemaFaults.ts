import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * What of a value is not as a JSON schema of Microsoft's wants it: a line each, with its path and the reason. The schemas
 * name draft 4, and use nothing of it that later drafts read differently.
 */
export function schemaFaults(schema: object, value: unknown): readonly string[] {
  // One of their patterns is no regular expression in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const undated = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
  if (ajv.validate(undated, value)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message, params }) => {
    const unknown = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
    return `${instancePath === '' ? '/' : instancePath}: ${message ?? 'is wrong'}${unknown}`;
  });
}
