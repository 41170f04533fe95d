import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Deployment, DeploymentError, readDeployment } from './deployment.ts';
import { ROOT } from './runTool.ts';

/** A kind of error that is told as it is: something that whoever runs it can mend. */
type Told = new (...args: never[]) => Error;

/**
 * Runs `npm run COMMAND -- --env NAME` with what stands in env/.env.NAME. What is wrong is printed without a stack, with
 * exit code 1.
 * @throws whatever is of no kind in `told`, as that is a fault of ours
 */
export async function forDeployment(
  command: string,
  told: readonly Told[],
  run: (deployment: Deployment, name: string) => Promise<void>,
): Promise<void> {
  try {
    const { values } = parseArgs({ options: { env: { type: 'string' }, help: { type: 'boolean' } }, strict: true });
    if (values.help === true || values.env === undefined) {
      console.log(usage(command));
      process.exitCode = values.help === true ? 0 : 1;
      return;
    }
    await run(await readDeployment(join(ROOT, 'env'), values.env), values.env);
  } catch (error) {
    if (!isOptionError(error) && ![DeploymentError, ...told].some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

const usage = (command: string): string => `npm run ${command} -- --env NAME

  --env NAME   the deployment: its values stand in env/.env.NAME`;

const isOptionError = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
