import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import host from '../../bot/host.json' with { type: 'json' };
import { readBicep } from '../../infra/tools/bicep.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import project from '../../package.json' with { type: 'json' };
import { type Declaration, declarationsIn } from '../support/bicepDeclarations.ts';

// Whatever is set in Azure stands on a page with its reason: what is taken away, added or changed is missed there by name.

const page = await readFile(join(ROOT, 'infra/azure/README.md'), 'utf8');
const files = await Promise.all((await readBicep()).map(declarationsIn));
const all = files.flat();
const resources = all.filter(({ kind }) => kind === 'resource');

/** The table below a heading, a list of cells a row, without the backquotes. */
function tableIn(heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
    row
      .split(' | ')
      .map((cell) => cell.replace(/^\| | \|$/g, '').trim())
      .map((cell) => cell.replaceAll('`', '')),
  );
}
/** What such a table says, without the reasons, which have to be there. */
function saidIn(heading: string): readonly (readonly string[])[] {
  return tableIn(heading).map((row) => {
    expect(row.at(-1)?.length, row[0]).toBeGreaterThan(3);
    return row.slice(0, -1);
  });
}
const headingOf = ({ file, name }: Declaration): string => `\`${file}\`: \`${name}\``;

/** Each resource has these, which another test looks at. */
const isUsual = (path: string, value: string): boolean =>
  path === 'name' || (['location', 'tags'].includes(path) && path === value);
/** As the page has it: a bar would end the cell, and codes of alerts are explained in docs/operations.md. */
const asSaid = ([path, value]: readonly [string, string]): readonly string[] => [
  path.replace(/^properties\./, ''),
  value.includes('|') ? '…' : value,
];

describe('the page about Azure', () => {
  it('has a section for each resource, and for no other', () => {
    const lists = all.filter(({ kind, properties }) => kind === 'var' && properties.length > 0);
    const wanted = [...resources, ...lists].map(headingOf);
    const sections = [...page.matchAll(/^## (`.*)$/gm)].map(([, heading]) => heading);
    expect(sections.toSorted()).toEqual([...wanted, '`bot/host.json`'].toSorted());
    expect(sections.length).toBeGreaterThan(15);
    for (const { head } of resources) expect(page).toContain(`\`${head.replace(/ =$/, '')}\``);
  });

  it.each(all.filter(({ kind, properties }) => properties.length > 0 && ['resource', 'var'].includes(kind)))(
    'says why each thing is set on $file: $name, and that nothing else is',
    (declaration) => {
      const set = declaration.properties.filter(([path, value]) => !isUsual(path, value)).map(asSaid);
      expect(saidIn(headingOf(declaration))).toEqual(set);
    },
  );

  it('says what can be chosen, of what it consists, and what it tells', () => {
    const of = (kind: Declaration['kind']) => all.filter((one) => one.file === 'main.bicep' && one.kind === kind);
    expect(saidIn('What can be chosen')).toEqual(
      of('param').map(({ name, head, limits }) => [name, head, limits.join(' ') || '–']),
    );
    const parts = of('module').map(({ name, head }) => [name, /'([^']+)'/.exec(head)?.[1]]);
    expect(saidIn('What it consists of')).toEqual(parts);
    expect(saidIn('What it tells')).toEqual(of('output').map(({ name, head }) => [name, head]));
    // Each file is a part, and each part says under which name Azure keeps that it was made.
    const paths = files.flatMap(([first]) => first?.file ?? []).filter((path) => path !== 'main.bicep');
    expect([...new Set(parts.map(([, path]) => path))].toSorted()).toEqual(paths.toSorted());
    for (const { name, properties } of of('module')) expect(properties).toContainEqual(['name', `'${name}'`]);
  });

  it('says why each thing is set for the Functions host', () => {
    const leaves = (value: unknown, path = ''): string[][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
        : [[path, JSON.stringify(value)]];
    expect(saidIn('`bot/host.json`')).toEqual(leaves(host));
  });
});

describe('what the files for Azure declare', () => {
  it.each(resources)('has a name, and a place and tags where it is no part of another: $file, $name', (resource) => {
    const names = resource.properties.map(([path]) => path);
    const isPart = names.includes('parent') || names.includes('scope');
    expect(names).toEqual(expect.arrayContaining(isPart ? ['name'] : ['name', 'location', 'tags']));
    if (!isPart) expect(resource.properties).toContainEqual(['tags', 'tags']);
  });

  it.each(files.map((file) => [file[0]?.file ?? '', file] as const))(
    'is what it uses, and is used: %s',
    (path, declared) => {
      const used = declared.flatMap(({ uses }) => uses);
      const names = declared.filter(({ kind }) => kind !== 'output').map(({ name }) => name);
      const ofLoops = declared.flatMap(({ head }) => /\[for (\w+) in/.exec(head)?.[1] ?? []);
      const unknown = used.map((use) => use.split('.')[0] ?? '').filter((use) => !use.includes('('));
      expect(unknown.filter((use) => ![...names, ...ofLoops].includes(use))).toEqual([]);
      const idle = declared.filter(({ kind, name }) => ['param', 'var'].includes(kind) && !isUsed(name, used));
      expect(idle.map(({ name }) => name)).toEqual([]);
      if (path === 'main.bicep') expect(used.filter((use) => use.includes('.outputs.'))).not.toEqual([]);
    },
  );
  const isUsed = (name: string, used: readonly string[]) => used.some((use) => use.split('.')[0] === name);

  it('tells each thing that another part asks for, and nothing that none does', () => {
    const main = all.filter(({ file }) => file === 'main.bicep');
    const asked = main
      .flatMap(({ uses }) => uses)
      .flatMap((use) => {
        const [, part, output] = /^(\w+)\.outputs\.(\w+)$/.exec(use) ?? [];
        const path = /'([^']+)'/.exec(main.find(({ name }) => name === part)?.head ?? '')?.[1];
        return output === undefined ? [] : [`${path ?? 'nothing'}: ${output}`];
      });
    const told = all.filter(({ kind, file }) => kind === 'output' && file !== 'main.bicep');
    expect([...new Set(asked)].toSorted()).toEqual(told.map(({ file, name }) => `${file}: ${name}`).toSorted());
  });

  it('lets the Functions host have the Node that the bundle is made for and that all tests ran on', async () => {
    const app = resources.find(({ name }) => name === 'app');
    const version = app?.properties.find(([path]) => path.endsWith('.runtime.version'))?.[1].replaceAll("'", '');
    const bundles = await readFile(join(ROOT, 'infra/tools/bundleFile.ts'), 'utf8');
    expect(bundles).toContain(`target: 'node${version ?? ''}'`);
    expect(project.devDependencies.node.split('.')[0]).toBe(version);
  });

  it('lets the storage be of two kinds, and makes one of each', () => {
    const use = all.find(
      ({ file, kind, name }) => file.endsWith('storage.bicep') && kind === 'param' && name === 'use',
    );
    const made = all.flatMap(({ properties }) =>
      properties.flatMap(([path, value]) => (path === 'params.use' ? value : [])),
    );
    expect(use?.limits).toEqual([`@allowed([${made.join(', ')}])`]);
    expect(made).toEqual(["'host'", "'data'"]);
  });
});
