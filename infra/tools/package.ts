import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appPackage, PackageError } from './appPackage.ts';
import { forDeployment } from './forDeployment.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

// Builds dist/appPackage.zip, for an administrator to upload to Teams.
await forDeployment('package', [PackageError], async (deployment) => {
  const zip = await appPackage(deployment);
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  await writeFile(join(ROOT, 'dist/appPackage.zip'), zip);
  console.log(
    `dist/appPackage.zip: ${(zip.length / 1000).toFixed(1)} kB, channel reading ${deployment.CHANNEL_READING}`,
  );
});
