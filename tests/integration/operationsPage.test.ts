import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';

const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

const page = await read('docs/operations.md');
const monitoring = await read('infra/azure/modules/monitoring.bicep');
const sources = await Promise.all(
  (await readdir(join(ROOT, 'bot'), { recursive: true }))
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !/[\\/]testing[\\/]/.test(file))
    .map((file) => read(join('bot', file))),
);
const code = sources.join('\n');

/** A log line as it stands in the code, up to its code: a literal, or the beginning of one that is filled in. */
const LINE = /\blog\(\{\s*level\b[^{}]*?\bcode(?:: (?:'([\w.]+)'|`([\w.]+)\$\{[^}]*\}`))?(?=[,\s}])/g;
const lines = [...code.matchAll(LINE)];
const literals = new Set(lines.flatMap(([, literal]) => literal ?? []));
const filled = new Set(lines.flatMap(([, , beginning]) => (beginning === undefined ? [] : `${beginning}…`)));
/** Given to a function that logs it. */
const HANDED_ON = all(code, /\bwriteSetup\(deps, caller, '([\w.]+)'/g);

const section = (heading: string): string =>
  page.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
const codesIn = (text: string): string[] => all(text, /`([A-Z]\w*(?:\.\w+)?(?:\.…)?)`/g);
const listed = all(section('All codes'), /^\| `([^`]+)` \|/gm);

/** What can be filled in, as the code that fills it in has it. */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  'Http.…': all(await read('bot/functions/failures.ts'), /^ {2}(\w+): \d{3},$/gm),
  'Messages.…': all(await read('bot/functions/failures.ts'), /^ {2}(\w+): \d{3},$/gm),
  'Meeting.…': all(await read('bot/dialogue/commands.ts'), /readonly type: '(\w+)'/g),
  'Command.…': all(await read('bot/usecases/commandIn.ts'), /^export type MentionCommand = (.*);$/gm).flatMap((words) =>
    all(words, /'(\w+)'/g),
  ),
  'Post.…': all(
    (await read('bot/usecases/ports.ts')).split('export type CreateOutcome =')[1]?.split(';\n\n')[0] ?? '',
    /type: '(\w+)'/g,
  ),
};

describe('the page about operating it', () => {
  it('is held against every place where the app logs', () => {
    expect(lines).toHaveLength(all(code, /\b(log)\(\{/g).length);
    expect(literals.size).toBeGreaterThan(15);
    // A port, and the one who only hands a line on.
    expect(all(code, /\blog\(((?!\{)[^)]*)\)/g).sort()).toEqual(['event', 'event: LogEvent']);
    // The one whose code comes from elsewhere.
    expect(lines.filter(([, literal, beginning]) => (literal ?? beginning) === undefined)).toHaveLength(1);
    expect(HANDED_ON).toHaveLength(2);
  });

  it('lists each code that the app logs, once, and no other', () => {
    expect([...listed].sort()).toEqual([...new Set([...literals, ...filled, ...HANDED_ON])].sort());
  });

  it.each(Object.entries(FILLED_IN))('names no other words for %s than the code has', (beginning, words) => {
    expect(filled).toContain(beginning);
    expect(words.length).toBeGreaterThan(3);
    const prefix = beginning.slice(0, -1);
    const named = codesIn(page).filter((name) => name.startsWith(prefix) && !listed.includes(name));
    const wrong = named.filter((name) => !words.includes(name.slice(prefix.length)));
    expect(named.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

describe('an alert', () => {
  const alerts = [...monitoring.matchAll(/name: '([\w-]+)'\n\s+title: '([^']+)'[^]*?query: '([^']+)'/g)].map(
    ([, name = '', title = '', query = '']) => ({ name, title, codes: codesOf(query) }),
  );
  function codesOf(query: string): readonly string[] {
    return all(query, /"([A-Z][\w.]+)"/g);
  }

  it('is told of under its own name', () => {
    expect(alerts).toHaveLength(3);
    expect(all(section('The three alerts') + page, /^### ([\w]+-[\w-]+)$/gm)).toEqual(alerts.map(({ name }) => name));
  });

  it.each(alerts)('$name has its title and each of its codes explained', ({ name, title, codes }) => {
    expect(codes.length).toBeGreaterThan(0);
    expect(section(name)).toContain(`*${title}.*`);
    expect(codesIn(section(name))).toEqual(expect.arrayContaining([...codes]));
  });

  it('is not said to be missing where there is one', () => {
    const missing = all(section('What no alert tells'), /^\| (.*?) \|/gm).flatMap(codesIn);
    expect(missing.length).toBeGreaterThan(0);
    expect(alerts.flatMap(({ codes }) => codes).filter((name) => missing.includes(name))).toEqual([]);
  });
});
