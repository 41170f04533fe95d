import { build, type BuildOptions } from 'esbuild';
import { ROOT } from './runTool.ts';

export interface Bundled {
  readonly bytes: number;
  readonly inputs: readonly string[];
}

/**
 * Bundles a Functions app into one file. CommonJS, since the worker cannot load the ESM bundle of `@azure/functions`, and
 * without `@azure/functions-core`, which the worker itself provides.
 * @param entry from the project's root
 */
export async function bundleFile(
  entry: string,
  outfile: string,
  more: Pick<BuildOptions, 'define' | 'plugins'>,
): Promise<Bundled> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    // Also makes CommonJS of it.
    platform: 'node',
    target: 'node24',
    // `import()` of a file beside it would have Node look through all of it for the names of its exports, and then
    // require it: three megabytes, while the first request waits.
    supported: { 'dynamic-import': false },
    external: ['@azure/functions-core'],
    minify: true,
    // An error's name and the functions that it came through have to mean something in a log.
    keepNames: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    ...more,
  });
  const [output] = Object.values(metafile.outputs);
  return { bytes: output?.bytes ?? 0, inputs: Object.keys(metafile.inputs) };
}
