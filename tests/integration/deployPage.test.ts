import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import facilitator from '../../content/text/facilitator.da.json' with { type: 'json' };
import panel from '../../content/text/panel.da.json' with { type: 'json' };
import { ROOT } from '../../infra/tools/runTool.ts';

// Whoever installs it has this page alone: no step may be implied.

const page = await readFile(join(ROOT, 'docs/deploy.md'), 'utf8');
const byHand = page.slice(0, page.indexOf('### If the shell was closed'));
const commands = [...byHand.matchAll(/```bash\n([^]*?)```/g)].map(([, block = '']) => block).join('\n');

describe('the page about installing', () => {
  it('switches on every provider of what is made in an empty subscription', async () => {
    const folder = join(ROOT, 'infra/azure');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.bicep'));
    const bicep = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const named = bicep.flatMap((text) => [...text.matchAll(/'Microsoft\.(\w+)\/[\w/]+@/g)].map(([, name]) => name));
    const [, registered = ''] = /for provider in ([\w ]+);/.exec(commands) ?? [];
    // Azure has that one switched on in every subscription.
    const wanted = new Set(named.filter((name) => name !== 'Authorization'));
    expect(wanted.size).toBeGreaterThan(5);
    expect([...wanted].filter((name) => !registered.split(' ').includes(name ?? ''))).toEqual([]);
  });

  it('sets each variable before a command reads it', () => {
    const set = new Set<string>();
    const early: string[] = [];
    for (const line of commands.split('\n')) {
      const [, looped] = /^for (\w+) in /.exec(line) ?? [];
      if (looped !== undefined) set.add(looped);
      for (const [, name = ''] of line.matchAll(/\$\{?([A-Za-z_]\w*)/g)) if (!set.has(name)) early.push(line);
      for (const [, name = ''] of line.matchAll(/(?:^|[ ;])([A-Z_]+)=/g)) set.add(name);
    }
    expect(early).toEqual([]);
    expect(set.size).toBeGreaterThan(8);
  });

  it('signs in, chooses the subscription and checks the tools before anything is made', () => {
    const made = page.indexOf('az ad app create');
    for (const step of ['az login --tenant', 'az account set', 'az version', 'az bicep install', 'node --version'])
      expect([step, page.includes(step) && page.indexOf(step) < made]).toEqual([step, true]);
  });

  it('calls the buttons of the first question as they are called', () => {
    for (const label of [panel['open.begin'], facilitator['open.confirm'], facilitator['lead.put']])
      expect(page).toContain(`*${label}*`);
  });
});
