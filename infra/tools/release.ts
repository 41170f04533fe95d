import { join } from 'node:path';
import { PackageError } from './appPackage.ts';
import { makeDeployedFolder } from './deployedFolder.ts';
import { forDeployment } from './forDeployment.ts';
import { agreedVersion, makeRelease, ReleaseError } from './releaseFolder.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

// Everything that is handed over to whoever installs the app, in dist/release.
await forDeployment('release', [PackageError, ReleaseError], async (deployment, name) => {
  const version = await agreedVersion();
  const functions = join(ROOT, 'dist/functions');
  for (const line of await makeDeployedFolder(functions)) console.log(line);
  const files = await makeRelease({ deployment, functions, target: join(ROOT, 'dist/release') });
  console.log(`dist/release: version ${version} for ${name}, ${files.length} files`);
});
