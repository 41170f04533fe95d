import { parseArgs } from 'node:util';

export const USAGE = `npm start -- [options]

  --port N        port of the page (default 4300; the next free one is taken where it is busy)
  --data FOLDER   folder that keeps everything across restarts (default .local)
  --fresh         begin anew: delete what the data folder holds
  --hot           tabs from their sources: a change shows on the pages that are open (npm run dev)
  --help          this list`;

/** What `npm start` is asked to do. */
export type StartOptions =
  | {
      readonly do: 'start';
      readonly port: number;
      readonly data: string;
      readonly begin: 'anew' | 'on';
      readonly tabs: 'built' | 'hot';
    }
  | { readonly do: 'help' }
  | { readonly do: 'refuse'; readonly reason: string };

const DEFAULT_PORT = '4300';
const DEFAULT_DATA = '.local';

/** Reads the arguments after the script's name; nothing is ignored. */
export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        data: { type: 'string', default: DEFAULT_DATA },
        fresh: { type: 'boolean', default: false },
        hot: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      strict: true,
      allowPositionals: false,
    });
    if (values.help) return { do: 'help' };
    const port = portOf(values.port);
    if (port === undefined) return refuse(`--port takes a number from 1 to 65535, not "${values.port}"`);
    if (values.data.trim() === '') return refuse('--data takes the name of a folder');
    const tabs = values.hot ? 'hot' : 'built';
    return { do: 'start', port, data: values.data, begin: values.fresh ? 'anew' : 'on', tabs };
  } catch (error) {
    // parseArgs names the option that it does not know, or that lacks its value.
    return refuse(error instanceof Error ? (error.message.split(/\. /, 1)[0] ?? '') : String(error));
  }
}

function portOf(told: string): number | undefined {
  const port = /^\d{1,5}$/.test(told) ? Number(told) : -1;
  return port < 1 || port > 65_535 ? undefined : port;
}

const refuse = (reason: string): StartOptions => ({ do: 'refuse', reason });
