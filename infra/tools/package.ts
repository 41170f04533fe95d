import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appPackage, PackageError } from './appPackage.ts';
import { DeploymentError, readDeployment } from './deployment.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

const USAGE = `npm run package -- --env NAME

  --env NAME   the deployment: its values stand in env/.env.NAME`;

// Builds dist/appPackage.zip, for an administrator to upload to Teams.
try {
  const { values } = parseArgs({ options: { env: { type: 'string' }, help: { type: 'boolean' } }, strict: true });
  if (values.help === true || values.env === undefined) {
    console.log(USAGE);
    process.exitCode = values.help === true ? 0 : 1;
  } else {
    const zip = await appPackage(await readDeployment(join(ROOT, 'env'), values.env));
    await mkdir(join(ROOT, 'dist'), { recursive: true });
    await writeFile(join(ROOT, 'dist/appPackage.zip'), zip);
    console.log(`dist/appPackage.zip: ${(zip.length / 1000).toFixed(1)} kB`);
  }
} catch (error) {
  const isTold = error instanceof DeploymentError || error instanceof PackageError || isOptionError(error);
  if (!isTold) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function isOptionError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
