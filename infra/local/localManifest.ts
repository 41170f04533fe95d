import { readFile } from 'node:fs/promises';
import type { TeamsManifest } from './teams/index.ts';

const MANIFEST = new URL('../../appPackage/manifest.json', import.meta.url);

/** The manifest that an administrator installs, filled in for an app at `appUrl` (no slash at the end) on this machine. */
export async function localManifest(appId: string, appUrl: string): Promise<TeamsManifest> {
  const text = await readFile(MANIFEST, 'utf8');
  const filled = text
    // Addresses are https in the manifest, and http on this machine.
    .replaceAll('https://${{HOST}}', appUrl)
    .replaceAll('${{HOST}}', new URL(appUrl).host)
    .replaceAll('${{APP_ID}}', appId);
  return JSON.parse(filled) as TeamsManifest;
}
