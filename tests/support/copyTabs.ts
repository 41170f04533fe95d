import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../infra/tools/runTool.ts';

/** The sources of the tabs in a folder of their own, where a test can change them; whoever asks removes it. */
export async function copyTabs(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-hot-'));
  // Their configuration names a tool of the build.
  for (const part of ['package.json', 'tabs', 'content/text', 'infra/tools/stylesAhead.ts'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
