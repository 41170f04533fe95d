import { z } from 'zod';
import { PermissionMissing, Unavailable } from '#usecases/ports';

/** The part of a TokenCredential that is used here. It caches: this module asks before every call. */
export interface GraphCredential {
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

export interface GraphDeps {
  /** Ends in the version: `https://graph.microsoft.com/v1.0`. */
  readonly graphUrl: string;
  readonly credential: GraphCredential;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Graph knows nothing by that address. */
export class NotFound extends Unavailable {
  constructor(cause: Error) {
    super('graph', cause);
    this.name = 'NotFound';
  }
}

const SCOPE = 'https://graph.microsoft.com/.default';
/** Milliseconds that one page may take. */
const WITHIN = 15_000;
const MOST_PAGES = 100;

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
const Failure = z.object({ error: z.object({ code: z.string() }) });

/**
 * Reads a list of Graph's to its end.
 * @param path with its query, below the address of the version
 * @param isLast whether nothing after a page is of interest
 * @throws Unavailable, with the time to wait where Graph names one; NotFound; PermissionMissing
 */
export async function readPages<Item>(
  deps: GraphDeps,
  path: string,
  item: z.ZodType<Item>,
  isLast: (page: readonly Item[]) => boolean = () => false,
): Promise<readonly Item[]> {
  try {
    return await readAll(deps, path, z.array(item), isLast);
  } catch (error) {
    throw error instanceof Unavailable ? error : new Unavailable('graph', error);
  }
}

async function readAll<Item>(
  deps: GraphDeps,
  path: string,
  items: z.ZodType<Item[]>,
  isLast: (page: readonly Item[]) => boolean,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let address = `${deps.graphUrl}/${path}`;
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const page = await readPage(deps, address);
    const some = items.parse(page.value);
    all.push(...some);
    const next = page['@odata.nextLink'];
    if (next === undefined || isLast(some)) return all;
    // The app's token goes along, and it goes to Graph only.
    if (new URL(next).origin !== new URL(deps.graphUrl).origin) throw new Error('the next page lies elsewhere');
    address = next;
  }
  throw new Error('the list does not end');
}

async function readPage(
  { credential, fetch = globalThis.fetch }: GraphDeps,
  address: string,
): Promise<z.output<typeof Page>> {
  const granted = await credential.getToken(SCOPE);
  if (granted === null) throw new Error('no token for Graph');
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${granted.token}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(response, body);
  return Page.parse(body);
}

function refusalOf({ status, headers }: Response, body: unknown): Unavailable {
  const cause = new Error(`Graph answered ${status} ${Failure.safeParse(body).data?.error.code ?? ''}`);
  // No owner installed the app, or one took the permission back.
  if (status === 403) return new PermissionMissing('graph', cause);
  if (status === 404) return new NotFound(cause);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new Unavailable('graph', cause, seconds > 0 ? seconds * 1_000 : undefined);
}
