import { runTool } from './runTool.ts';

/**
 * Compiles the dialogue material to `content/compiled`; gives a line about what was done.
 * @throws {Error} with the file and line where the material is not as it should be
 */
export async function compileContent(): Promise<string> {
  const { code, output } = await runTool('content/material/compile.ts');
  if (code !== 0) throw new Error(output.trim());
  return `Dialogue material compiled`;
}
