import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** Whether the package asks for all messages of the team's channels; app and package read the one setting. */
const ChannelReading = z.enum(['on', 'off'], 'on or off is wanted');
export type ChannelReading = z.output<typeof ChannelReading>;

/** What a deployment's file in `env/` has to say. */
const Deployment = z.object({
  APP_ID: z.guid('a client id of the form 00000000-0000-0000-0000-000000000000 is wanted'),
  HOST: z
    .hostname('a host name such as med.example.dk is wanted, without https://')
    .refine((host) => host.includes('.'), {
      message: 'a host name with a dot in it is wanted',
    }),
  CHANNEL_READING: ChannelReading.default('on'),
});

export type Deployment = z.output<typeof Deployment>;

/** A deployment's file is not there, or not as it should be: a line for each thing that is wrong. */
export class DeploymentError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'DeploymentError';
  }
}

/**
 * Reads `.env.<name>` in a folder.
 * @throws DeploymentError with the names there are, or with a line for each value that is missing or malformed
 */
export async function readDeployment(folder: string, name: string): Promise<Deployment> {
  const names = await namesIn(folder);
  if (!names.includes(name)) {
    const there = names.length === 0 ? 'There is none yet: copy .env.example.' : `There is: ${names.join(', ')}.`;
    throw new DeploymentError([`No environment is called "${name}". ${there}`]);
  }
  const file = `.env.${name}`;
  const read = Deployment.safeParse(filled(parseEnv(await readFile(join(folder, file), 'utf8'))));
  if (read.success) return read.data;
  throw new DeploymentError(
    read.error.issues.map(({ path, code, message }) => {
      const said = code === 'invalid_type' ? 'is missing' : message;
      return `${file}: ${path.join('.')}: ${said}`;
    }),
  );
}

/** A value that is left empty is missing. */
const filled = (values: NodeJS.Dict<string>): NodeJS.Dict<string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim() !== ''));

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .flatMap((file) => /^\.env\.([\w-]+)$/.exec(file)?.[1] ?? [])
    .filter((name) => name !== 'example')
    .sort();
}
