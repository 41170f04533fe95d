import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelReading } from './deployment.ts';
import { ROOT } from './runTool.ts';

export const LANGUAGES = ['da.json', 'en.json'] as const;
/** What the texts say where the package does not ask for `PERMISSION`; keys as in the languages' own files. */
const INSTEAD = { 'da.json': 'da.withoutReading.json', 'en.json': 'en.withoutReading.json' } as const;
/** Teams gives the bot messages that do not mention it. */
const PERMISSION = 'ChannelMessage.Read.Group';

type Texts = Readonly<Record<string, string>>;

interface Manifest {
  readonly description: object;
  readonly authorization?: {
    readonly permissions?: { readonly resourceSpecific?: readonly { readonly name: string }[] };
  };
}

/**
 * The manifest, or a language's texts, as they are packed: with channel reading as they stand in `appPackage/`.
 * @param name of a file there
 */
export async function packageText(
  name: string,
  reading: ChannelReading,
  folder = join(ROOT, 'appPackage'),
): Promise<string> {
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const text = await read(name);
  if (reading === 'on') return text;
  const isLanguage = name === 'da.json' || name === 'en.json';
  const instead = JSON.parse(await read(INSTEAD[isLanguage ? name : 'da.json'])) as Texts;
  return JSON.stringify(
    isLanguage ? { ...(JSON.parse(text) as Texts), ...instead } : narrowed(JSON.parse(text) as Manifest, instead),
    null,
    2,
  );
}

/** The manifest itself has the Danish description. */
function narrowed(manifest: Manifest, danish: Texts): Manifest {
  const { permissions } = manifest.authorization ?? {};
  const resourceSpecific = (permissions?.resourceSpecific ?? []).filter(({ name }) => name !== PERMISSION);
  return {
    ...manifest,
    description: { ...manifest.description, full: danish['description.full'] },
    authorization: { ...manifest.authorization, permissions: { ...permissions, resourceSpecific } },
  };
}
