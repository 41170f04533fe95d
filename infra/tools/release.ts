import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PackageError } from './appPackage.ts';
import { makeDeployedFolder } from './deployedFolder.ts';
import { DeploymentError, readDeployment } from './deployment.ts';
import { agreedVersion, makeRelease, ReleaseError } from './releaseFolder.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

const USAGE = `npm run release -- --env NAME

  --env NAME   the deployment: its values stand in env/.env.NAME`;

// Everything that is handed over to whoever installs the app, in dist/release.
try {
  const { values } = parseArgs({ options: { env: { type: 'string' }, help: { type: 'boolean' } }, strict: true });
  if (values.help === true || values.env === undefined) {
    console.log(USAGE);
    process.exitCode = values.help === true ? 0 : 1;
  } else {
    await release(values.env);
  }
} catch (error) {
  if (!isTold(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function release(name: string): Promise<void> {
  const deployment = await readDeployment(join(ROOT, 'env'), name);
  const version = await agreedVersion();
  const functions = join(ROOT, 'dist/functions');
  for (const line of await makeDeployedFolder(functions)) console.log(line);
  const files = await makeRelease({ deployment, functions, target: join(ROOT, 'dist/release') });
  console.log(`dist/release: version ${version} for ${name}, ${files.length} files`);
}

function isTold(error: unknown): error is Error {
  const isOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isOption || [DeploymentError, PackageError, ReleaseError].some((kind) => error instanceof kind);
}
