import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, mergeConfig, type InlineConfig, type Rolldown } from 'vite';
import config from '../../tabs/vite.config.ts';
import { requireNode } from './requireNode.ts';

requireNode();

/** How much more than its packages the panel may weigh before its first view. */
const BUDGET = 1.25;
/** Weigh much, and are not needed for a first view. */
const NOT_AT_FIRST = /^(Accordion|Avatar|Menu|Tooltip|Dialog)/;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/panel-size');

type Chunk = Rolldown.OutputChunk;

process.exitCode = await main();

/** Builds the panel, and its floor: the packages it cannot do without, used as it uses them, and nothing else. */
async function main(): Promise<number> {
  const panel = criticalPath(await chunksOf(config));
  const sources = await readSources(panel);
  const parts = namesImported(sources, '@fluentui/react-components');
  const tooEarly = parts.filter((part) => NOT_AT_FIRST.test(part));
  const floor = await buildFloor(parts, sources);
  for (const chunk of panel) console.log(`${kilobytes(weigh([chunk]))}  ${chunk.fileName}`);
  console.log(`Fluent parts: ${parts.join(', ')}`);
  if (tooEarly.length > 0) console.log(`not to be loaded before the first view: ${tooEarly.join(', ')}`);
  const ratio = weigh(panel) / weigh(floor);
  console.log(
    `panel ${kilobytes(weigh(panel))}, floor ${kilobytes(weigh(floor))}, ratio ${ratio.toFixed(3)} of at most ${BUDGET}`,
  );
  return ratio > BUDGET || tooEarly.length > 0 ? 1 : 0;
}

async function chunksOf(settings: InlineConfig): Promise<readonly Chunk[]> {
  const silent: InlineConfig = { configFile: false, logLevel: 'error', build: { write: false } };
  const result = await build(mergeConfig(settings, silent));
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  return outputs.filter((output) => output.type === 'chunk');
}

/** What is fetched before the first view: the panel's entry, all that it imports, and the larger of the languages. */
function criticalPath(chunks: readonly Chunk[]): readonly Chunk[] {
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === 'panel');
  const languages = chunks.filter(({ facadeModuleId }) => /panel\.\w\w\.json$/.test(facadeModuleId ?? ''));
  const [largest] = languages.toSorted((left, right) => weigh([right]) - weigh([left]));
  if (entry === undefined || largest === undefined) throw new Error('the build has no panel, or no texts');
  return withImports([entry, largest], chunks);
}

function withImports(found: readonly Chunk[], chunks: readonly Chunk[]): readonly Chunk[] {
  const imported = new Set(found.flatMap(({ imports }) => imports));
  const more = chunks.filter((chunk) => imported.has(chunk.fileName) && !found.includes(chunk));
  return more.length === 0 ? found : withImports([...found, ...more], chunks);
}

/** Our own files in these chunks. */
async function readSources(chunks: readonly Chunk[]): Promise<string> {
  const ours = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.startsWith(join(ROOT, 'tabs')));
  const files = ours.filter((id) => /\.tsx?$/.test(id));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

/** Names that the sources import from a package as values. */
function namesImported(sources: string, from: string): readonly string[] {
  const imports = [...sources.matchAll(/import \{([^}]*)\} from '([^']+)'/g)].filter(([, , name]) => name === from);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('type ')).toSorted();
}

/**
 * The same parts and functions, only named: bundlers leave out what nobody names. `makeStyles` is among them, although the
 * build leaves it out of the panel: the bar was set by it.
 */
async function buildFloor(parts: readonly string[], sources: string): Promise<readonly Chunk[]> {
  const namespaces = namesImported(sources, '@microsoft/teams-js');
  const calls = sources.matchAll(new RegExp(`\\b(?:${namespaces.join('|')})(?:\\.\\w+)+(?=\\()`, 'g'));
  const entry = join(CACHE, 'floor.js');
  const lines = [
    "import { createRoot } from 'react-dom/client';",
    `import { ${parts.join(', ')} } from '@fluentui/react-components';`,
    `import { ${namespaces.join(', ')} } from '@microsoft/teams-js';`,
    `console.log(${['createRoot', ...parts, ...new Set([...calls].map(([call]) => call))].join(', ')});`,
  ];
  await mkdir(dirname(entry), { recursive: true });
  await writeFile(entry, lines.join('\n'));
  try {
    return await chunksOf({ root: CACHE, build: { rolldownOptions: { input: resolve(entry) } } });
  } finally {
    await rm(CACHE, { recursive: true, force: true });
  }
}

function weigh(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
