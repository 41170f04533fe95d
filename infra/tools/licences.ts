import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './runTool.ts';

/** A package whose code is handed on, and the terms it comes under. */
interface Licence {
  readonly name: string;
  readonly version: string;
  readonly terms: string;
  /** Whole, as the package brings it; empty where it brings none. */
  readonly text: string;
}

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const FILE = /^(licen[cs]e|copying|third.?party.?licen[cs]es?|notice)(\.|$|-)/i;

/**
 * The licences of all packages that these files come from, as a text to be handed on with them.
 * @param files paths from the project's root, as a bundler lists its inputs
 * @throws {Error} where a package says nothing about its terms
 */
export async function licencesOf(files: readonly string[]): Promise<string> {
  const folders = [...new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []))].sort();
  const licences = await Promise.all(folders.map(readLicence));
  return [
    'MED-dialog contains code of the packages below, each under its own terms.',
    ...licences.map(
      ({ name, version, terms, text }) => `\n${'='.repeat(80)}\n${name} ${version} (${terms})\n\n${text}`,
    ),
  ].join('\n');
}

async function readLicence(folder: string): Promise<Licence> {
  const path = join(ROOT, folder);
  const about = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, license } = about;
  if (typeof license !== 'string') throw new Error(`${folder} does not say what its licence is`);
  const files = (await readdir(path)).filter((file) => FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')));
  return { name: String(name), version: String(version), terms: license, text: texts.join('\n').trim() };
}
