import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json' with { type: 'json' };
import languageSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json' with { type: 'json' };
import { commandIn } from '#usecases/commandIn';
import { schemaFaults } from '../../infra/tools/schemaFaults.ts';
import packageJson from '../../package.json' with { type: 'json' };
import da from '../../appPackage/da.json' with { type: 'json' };
import en from '../../appPackage/en.json' with { type: 'json' };

const read = (file: string): Buffer => readFileSync(new URL(`../../appPackage/${file}`, import.meta.url));
const source = read('manifest.json').toString('utf8');
/** As it is filled in for a deployment. */
const manifest = JSON.parse(
  source.replaceAll('${{APP_ID}}', '11111111-2222-4333-8444-555555555555').replaceAll('${{HOST}}', 'med.example.dk'),
) as {
  version: string;
  name: { short: string; full: string };
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  localizationInfo: { defaultLanguageFile: string; additionalLanguages: { file: string }[] };
  bots: {
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
  }[];
  configurableTabs: { configurationUrl: string }[];
  validDomains: string[];
};

/** Says what is wrong. */
const faults = (schema: object, value: unknown): string => schemaFaults(schema, value).join(', ');

/** Width, height and colour type, from where every PNG has them. */
const imageOf = (file: string) => {
  const png = read(file);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), hasAlpha: png.readUInt8(25) === 6 };
};

const commandOf = (title: string) => commandIn(title)?.command;

describe('the app package', () => {
  it('is what the official schema asks for', () => {
    expect(faults(manifestSchema, manifest)).toBe('');
    expect(faults(languageSchema, da)).toBe('');
    expect(faults(languageSchema, en)).toBe('');
  });

  it('is held against a schema that refuses', () => {
    expect(faults(manifestSchema, { ...manifest, configurableTabs: [{ scopes: ['team'] }] })).toContain(
      'configurationUrl',
    );
    expect(faults(manifestSchema, { ...manifest, unknown: true })).toContain('additional properties');
    expect(faults(manifestSchema, JSON.parse(source))).toContain('pattern');
  });

  it('has no placeholders but the two that are filled in', () => {
    expect(new Set(source.match(/\$\{\{[^}]*\}\}/g))).toEqual(new Set(['${{APP_ID}}', '${{HOST}}']));
  });

  it('names only pages and places on them that there are', () => {
    const named = [...source.matchAll(/https:\/\/\$\{\{HOST\}\}\/(tabs\/\w+\.html)(?:#(\w+))?/g)];
    expect(named.length).toBeGreaterThan(3);
    for (const [, page = '', place] of named) {
      const html = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
      if (place !== undefined) expect(html).toContain(`id="${place}"`);
    }
  });

  it('says the same in the manifest and in its Danish texts, and the same things in English', () => {
    const { name, description } = JSON.parse(source) as typeof manifest;
    expect(da).toMatchObject({
      'name.short': name.short,
      'name.full': name.full,
      'description.short': description.short,
      'description.full': description.full,
    });
    expect(Object.keys(en)).toEqual(Object.keys(da));
    expect(en['description.full'].split('\n\n')).toHaveLength(description.full.split('\n\n').length);
  });

  it('lists commands that the bot knows, where it can be mentioned, the same ones in both languages', () => {
    const [bot] = manifest.bots;
    const [list, ...more] = bot?.commandLists ?? [];
    expect([more, list?.scopes]).toEqual([[], bot?.scopes]);
    const titleIn = (texts: Readonly<Record<string, string>>, index: number) =>
      texts[`bots[0].commandLists[0].commands[${index}].title`] ?? 'missing';
    for (const [index, { title, description }] of (list?.commands ?? []).entries()) {
      expect(titleIn(da, index)).toBe(title);
      expect(da).toMatchObject({ [`bots[0].commandLists[0].commands[${index}].description`]: description });
      expect(commandOf(titleIn(en, index))).toBe(commandOf(title));
    }
    expect(list?.commands.map(({ title }) => commandOf(title))).toEqual(['help', 'status', 'digest', 'end']);
  });

  it('describes itself as Teams’ store wants: one sentence without "app", and 500 words', () => {
    for (const texts of [da, en]) {
      expect(texts['description.short']).not.toMatch(/\bapp/i);
      expect(texts['description.short'].match(/[.!?]/g)).toHaveLength(1);
      expect(texts['description.full'].split(/\s+/).length).toBeLessThan(500);
    }
  });

  it('has its pictures in the sizes that Teams wants', () => {
    expect(imageOf(manifest.icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(imageOf(manifest.icons.outline)).toEqual({ width: 32, height: 32, hasAlpha: true });
  });

  it('holds the files that it names', () => {
    const { defaultLanguageFile, additionalLanguages } = manifest.localizationInfo;
    for (const file of [defaultLanguageFile, ...additionalLanguages.map((language) => language.file)])
      expect(read(file).length).toBeGreaterThan(0);
  });

  it('shows pages of its own domain only, named without wildcards', () => {
    const [tab] = manifest.configurableTabs;
    expect(manifest.validDomains).toEqual([new URL(tab?.configurationUrl ?? '').host]);
  });

  it('has the version of the project', () => {
    expect(manifest.version).toBe(packageJson.version);
  });
});
