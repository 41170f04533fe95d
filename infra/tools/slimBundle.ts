import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';

const PACKAGE = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)([\\/].*)$/;

/** Parts that something of ours names and nothing of ours runs, by far the largest of them, and what takes their place. */
const NEVER_RUN = [
  // The sentences of zod's errors in fifty languages: what we say to people stands in content/text.
  { filter: /zod[\\/]v4[\\/]locales[\\/]index\.c?js$/, contents: 'export {};' },
  // node-fetch brings a URL parser with tables of its own for Node 8; it takes Node's where there is one.
  {
    filter: /node_modules[\\/]whatwg-url[\\/]lib[\\/]public-api\.js$/,
    contents: 'exports.URL = globalThis.URL; exports.URLSearchParams = globalThis.URLSearchParams;',
  },
  // The bot framework's own ways to get tokens; ours come from bot/teams/credentials.ts.
  {
    filter: /botframework-connector[\\/]node_modules[\\/]@azure[\\/]msal-node[\\/].*\.c?js$/,
    contents: 'module.exports = {};',
  },
  // The exporter would ask its makers once an hour which of its parts are to run.
  {
    filter: /monitor-opentelemetry-exporter[\\/].*[\\/]configurationManager\.js$/,
    contents:
      'const none = { initialize() {}, registerCallback() {}, shutdown() {} };\n' +
      'export class ConfigurationManager { static getInstance() { return none; } }',
  },
  // Names of signs for writing HTML, beside those for reading it: the bot framework reads only.
  {
    filter: /botbuilder[\\/]node_modules[\\/]entities[\\/]lib[\\/]generated[\\/]encode-html\.js$/,
    contents: 'exports.__esModule = true; exports.default = new Map();',
  },
  // Kinds of files by their ending, for forms with files, which nobody sends.
  { filter: /node_modules[\\/]mime-db[\\/]index\.js$/, contents: 'module.exports = {};' },
] as const;

/** Leaves out of the bundle what is in it twice, and what nothing in it ever runs. */
export const slimBundle: Plugin = {
  name: 'slim bundle',
  setup(build) {
    const homes = new Map<string, string>();
    const versions = new Map<string, Promise<string>>();
    /** The same package in the same version, wherever npm has put copies of it: the first one that was met. */
    const firstOf = async (path: string): Promise<string> => {
      const [, home, rest] = PACKAGE.exec(path) ?? [];
      if (home === undefined || rest === undefined) return path;
      const known = versions.get(home) ?? versionOf(home);
      versions.set(home, known);
      const key = await known;
      const first = homes.get(key) ?? home;
      homes.set(key, first);
      return first + rest;
    };
    build.onResolve({ filter: /^[^.]/ }, async (args) => {
      if (args.kind === 'entry-point' || args.pluginData === OWN) return undefined;
      const found = await build.resolve(args.path, { ...whereFrom(args), pluginData: OWN });
      // What is not there may be tried for and missed: that is esbuild's to judge.
      if (found.errors.length > 0 || found.external || found.namespace !== 'file') return undefined;
      return { path: await firstOf(found.path), sideEffects: found.sideEffects };
    });
    for (const { filter, contents } of NEVER_RUN) build.onLoad({ filter }, () => ({ contents }));
  },
};

const OWN = Symbol('resolved by this plugin');

const whereFrom = ({ importer, namespace, resolveDir, kind, with: attributes }: OnResolveArgs) => ({
  importer,
  namespace,
  resolveDir,
  kind,
  with: attributes,
});

async function versionOf(home: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as Record<string, unknown>;
  return `${String(name)}@${String(version)}`;
}
