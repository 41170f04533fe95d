/** Oldest major version of Node that the project's scripts run on; the devDependency `node` brings it. */
const OLDEST = 24;

/** Stops with a clear line where a script was started on an older Node instead of through its npm command. */
export function requireNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= OLDEST) return;
  console.error(`This script needs Node ${OLDEST} or newer and was started on Node ${version}. Use its npm command.`);
  process.exit(1);
}
