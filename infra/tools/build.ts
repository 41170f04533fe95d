import { join } from 'node:path';
import { makeDeployedFolder } from './deployedFolder.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

// `npm run build`: the folder that is deployed, in `dist/functions`.
for (const line of await makeDeployedFolder(join(ROOT, 'dist/functions'))) console.log(line);
