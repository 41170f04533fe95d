// Who may import what: the table of ARCHITECTURE.md, enforced. What a room does not name here it may not import.

/** Folders, as the table names them. A name with a dot is one file. */
const ROOMS = {
  dialogue: 'bot/dialogue/',
  contract: 'bot/contract/',
  text: 'content/text/',
  compiled: 'content/compiled/',
  material: 'content/material/',
  render: 'bot/render/',
  usecases: 'bot/usecases/',
  ports: 'bot/usecases/(?:ports|inboundEvents)\\.ts',
  store: 'bot/store/',
  teams: 'bot/teams/',
  identity: 'bot/identity/',
  graph: 'bot/graph/',
  html: 'bot/html/',
  functions: 'bot/functions/',
  telemetry: 'bot/telemetry/',
  compose: 'bot/(?:compose|settings|surroundings|probes)\\.ts',
  main: 'bot/(?:main|started)\\.ts',
  project: 'package\\.json',
  host: 'tabs/host/',
  api: 'tabs/api/',
  screens: 'tabs/(?!host/|api/|vite\\.config)',
  tabsBuild: 'tabs/vite\\.config\\.ts',
  standin: 'infra/local/(?:teams|graph|entra|standIn)/',
  local: 'infra/local/(?!teams/|graph/|entra/|standIn/)',
  tools: 'infra/tools/',
};

const ANY_BUILTIN = ['[a-z_/]+'];
const FLUENT = ['react', 'react-dom', '@fluentui/[^/]+'];

/**
 * A row a room: the rooms, packages and builtins of Node that it may import besides itself. `types` may only be
 * imported as types.
 */
const TABLE = {
  dialogue: {},
  contract: { rooms: ['dialogue'], packages: ['zod/mini'] },
  text: {},
  compiled: { types: ['material'] },
  material: {
    packages: [
      'zod',
      'yaml',
      'mdast-util-from-markdown',
      'mdast-util-frontmatter',
      'micromark-extension-frontmatter',
      'mdast',
    ],
    builtins: ['path', 'fs/promises'],
  },
  render: {
    rooms: ['dialogue', 'text', 'compiled'],
    packages: ['@microsoft/teams\\.cards', 'docx'],
    builtins: ['crypto'],
  },
  usecases: { rooms: ['dialogue', 'render'] },
  store: { rooms: ['dialogue', 'ports'], packages: ['zod', '@azure/data-tables'] },
  teams: {
    rooms: ['dialogue', 'ports', 'html'],
    packages: ['zod', 'botbuilder', 'botframework-connector'],
    builtins: ['crypto', 'https?'],
  },
  identity: { rooms: ['dialogue', 'ports'], packages: ['zod', 'jose', '@azure/identity'] },
  telemetry: {
    packages: ['@azure/monitor-opentelemetry-exporter', '@opentelemetry/(?:api|core|resources|sdk-trace-base)'],
    builtins: ['async_hooks'],
  },
  graph: { rooms: ['dialogue', 'ports', 'html'], packages: ['zod'] },
  html: { packages: ['htmlparser2'] },
  functions: {
    rooms: ['contract', 'dialogue', 'usecases'],
    packages: ['zod', '@azure/functions'],
    builtins: ['crypto', 'path', 'fs/promises', 'util', 'zlib'],
  },
  compose: {
    rooms: [
      'dialogue',
      'contract',
      'render',
      'usecases',
      'store',
      'teams',
      'identity',
      'telemetry',
      'graph',
      'compiled',
      'text',
      'project',
    ],
    types: ['functions'],
    packages: ['zod'],
    builtins: ['async_hooks', 'crypto'],
  },
  main: { rooms: ['functions', 'compose'], packages: ['@azure/functions'] },
  host: { packages: ['@microsoft/teams-js', '@microsoft/teamsfx'] },
  api: { types: ['contract', 'dialogue', 'host'], packages: ['@tanstack/react-query'] },
  screens: {
    rooms: ['text', 'host', 'api'],
    types: ['contract', 'dialogue'],
    packages: [...FLUENT, '@tanstack/react-query'],
  },
  // Sharing code with the app would share its bugs.
  standin: { packages: ['zod', 'esbuild', 'adaptivecards'], builtins: ANY_BUILTIN },
  local: {
    rooms: ['functions', 'compose', 'standin', 'tools', 'store', 'identity'],
    // What the built app begins with.
    types: ['main'],
    packages: ['zod', '@azure/functions', 'azurite', 'croner', 'vite'],
    builtins: ANY_BUILTIN,
  },
  tools: { rooms: ['tabsBuild', 'main', 'store'], packages: ['[^/]+', '@[^/]+/[^/]+'], builtins: ANY_BUILTIN },
};

/** Not bound by the table: unit tests stand beside their subject, and a room's `testing` folder is theirs. */
const TESTS = ['\\.test\\.tsx?$', '/testing/', '^tests/'];
const CONFIGURATION = '\\.config\\.ts$';

const room = (name) => `^${ROOMS[name]}`;
const aPackage = (name) => `(?:^|/)node_modules/(?:@types/)?${name}/`;
const builtin = (name) => `^(?:node:)?${name}$`;

/** What may be imported as values; `types` are checked apart. */
function allowedBy(name, { rooms = [], types = [], packages = [], builtins = [] }) {
  return [...[name, ...rooms, ...types].map(room), ...packages.map(aPackage), ...builtins.map(builtin)];
}

const rowRules = Object.entries(TABLE).flatMap(([name, row]) => {
  const from = { path: room(name), pathNot: [...TESTS, CONFIGURATION] };
  const rules = [
    {
      name: `room ${name}`,
      comment: `${name} may import only what its row in .dependency-cruiser.cjs names`,
      severity: 'error',
      from,
      // What is not found is another rule's.
      to: { pathNot: allowedBy(name, row), couldNotResolve: false },
    },
  ];
  if (row.types !== undefined) {
    rules.push({
      name: `types for ${name}`,
      comment: `${name} may import ${row.types.join(', ')} as types only`,
      severity: 'error',
      from,
      to: { path: row.types.map(room), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
});

module.exports = {
  forbidden: [
    ...rowRules,
    {
      name: 'teams is loaded late',
      comment: 'botbuilder takes 200 ms to load: bot/teams is imported when a bot call comes, or as types',
      severity: 'error',
      from: { path: ['^bot/'], pathNot: [...TESTS, room('teams')] },
      to: { path: room('teams'), dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing imports tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything is found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no orphans',
      comment: 'imports nothing and is imported by nothing',
      severity: 'error',
      from: { orphan: true, pathNot: [...TESTS, CONFIGURATION, '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is imported as a type is an import too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
