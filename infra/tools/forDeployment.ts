import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Deployment, DeploymentError, readDeployment } from './deployment.ts';
import { isOptionError } from './optionError.ts';
import { ROOT } from './runTool.ts';

/** A kind of error that is told as it is: something that whoever runs it can mend. */
type Told = new (...args: never[]) => Error;

/** What stands on the command line, and where the deployments' files lie. */
const asStarted = (): { readonly args: readonly string[]; readonly folder: string } => ({
  args: process.argv.slice(2),
  folder: join(ROOT, 'env'),
});

/**
 * Runs `npm run COMMAND -- --env NAME [--without-channel-reading]` with what stands in env/.env.NAME. What is wrong is
 * printed without a stack, with exit code 1.
 * @throws whatever is of no kind in `told`, as that is a fault of ours
 */
export async function forDeployment(
  command: string,
  told: readonly Told[],
  run: (deployment: Deployment, name: string) => Promise<void>,
  { args, folder } = asStarted(),
): Promise<void> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    if (values.help === true || values.env === undefined) {
      console.log(usage(command));
      process.exitCode = values.help === true ? 0 : 1;
      return;
    }
    const deployment = await readDeployment(folder, values.env);
    const asked = values['without-channel-reading'] === true ? without(deployment, values.env) : deployment;
    await run(asked, values.env);
  } catch (error) {
    if (!isOptionError(error) && ![DeploymentError, ...told].some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

const usage = (command: string): string => `npm run ${command} -- --env NAME

  --env NAME                  the deployment: its values stand in env/.env.NAME
  --without-channel-reading   the package without ChannelMessage.Read.Group, whatever CHANNEL_READING says there`;

/** What is deployed reads the file, and not how its package was made: where the two differ that is told. */
function without(deployment: Deployment, name: string): Deployment {
  if (deployment.CHANNEL_READING === 'on') console.log(differs(name));
  return { ...deployment, CHANNEL_READING: 'off' };
}

const differs = (name: string): string =>
  `CHANNEL_READING is on in env/.env.${name}. Write off there, and deploy with it: until then the app promises to read replies that Teams does not send it.`;

const OPTIONS = {
  env: { type: 'string' },
  'without-channel-reading': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
