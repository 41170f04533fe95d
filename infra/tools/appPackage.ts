import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json' with { type: 'json' };
import languageSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json' with { type: 'json' };
import { strToU8, zipSync } from 'fflate';
import type { Deployment } from './deployment.ts';
import { LANGUAGES, packageText } from './packageText.ts';
import { ROOT } from './runTool.ts';
import { schemaFaults } from './schemaFaults.ts';

const SOURCE = join(ROOT, 'appPackage');
const PICTURES = ['color.png', 'outline.png'] as const;
/** The same files give the same package, on whatever day it is built. */
const DATE = '1980-01-01T00:00:00';

/** The manifest or a language is not what Teams takes: a line for each fault, with file, path and reason. */
export class PackageError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'PackageError';
  }
}

/**
 * The package that an administrator uploads to Teams, for one deployment.
 * @returns a zip file
 * @throws PackageError
 */
export async function appPackage(deployment: Deployment, folder = SOURCE): Promise<Uint8Array> {
  const whole = await textsOf({ ...deployment, CHANNEL_READING: 'on' }, folder);
  // The form without channel reading is made of the other, which has to be right first.
  const texts = deployment.CHANNEL_READING === 'on' ? whole : await textsOf(deployment, folder);
  const pictures = await Promise.all(PICTURES.map(async (name) => [name, await readFile(join(folder, name))] as const));
  const files = texts.map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries([...files, ...pictures]), { level: 9, mtime: DATE });
}

/** The manifest and the languages by name, as Teams takes them. */
async function textsOf(deployment: Deployment, folder: string): Promise<readonly (readonly [string, string])[]> {
  const read = async (name: string): Promise<string> =>
    filled(await packageText(name, deployment.CHANNEL_READING, folder), deployment);
  const manifest = await read('manifest.json');
  const languages = await Promise.all(LANGUAGES.map(async (name) => [name, await read(name)] as const));
  const faults = [
    ...faultsIn('manifest.json', manifestSchema, manifest),
    ...languages.flatMap(([name, text]) => faultsIn(name, languageSchema, text)),
  ];
  if (faults.length > 0) throw new PackageError(faults);
  return [['manifest.json', manifest], ...languages];
}

const filled = (text: string, values: Deployment): string =>
  Object.entries(values).reduce((filling, [name, value]) => filling.replaceAll(`\${{${name}}}`, value), text);

function faultsIn(name: string, schema: object, text: string): readonly string[] {
  try {
    return schemaFaults(schema, JSON.parse(text)).map((fault) => `${name}: ${fault}`);
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : 'is no JSON'}`];
  }
}
