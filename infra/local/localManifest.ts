import type { ChannelReading } from '../tools/deployment.ts';
import { packageText } from '../tools/packageText.ts';
import type { TeamsManifest } from './teams/index.ts';

/** The manifest that an administrator installs, filled in for an app at `appUrl` (no slash at the end) on this machine. */
export async function localManifest(
  appId: string,
  appUrl: string,
  reading: ChannelReading = 'on',
): Promise<TeamsManifest> {
  const text = await packageText('manifest.json', reading);
  const filled = text
    // Addresses are https in the manifest, and http on this machine.
    .replaceAll('https://${{HOST}}', appUrl)
    .replaceAll('${{HOST}}', new URL(appUrl).host)
    .replaceAll('${{APP_ID}}', appId);
  return JSON.parse(filled) as TeamsManifest;
}
