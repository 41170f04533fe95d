import { z } from 'zod';
import { PermissionMissing, Unavailable } from '#usecases/ports';
import type { OwnersPort } from '#usecases/ports';

/** The part of a TokenCredential that is used here. It caches: this module asks before every call. */
export interface GraphCredential {
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

const SCOPE = 'https://graph.microsoft.com/.default';
/** Milliseconds that one page may take. */
const WITHIN = 15_000;
/** A team holds up to 25,000 members, and a page the 999 that are asked for. */
const MOST_PAGES = 100;

/** A page of `/teams/{group}/members`; who is no person of the tenant has no `userId`. */
const Page = z.object({
  value: z.array(z.object({ roles: z.array(z.string()).nullish(), userId: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});
const Failure = z.object({ error: z.object({ code: z.string() }) });

/**
 * Who owns a team. The Connector has no such flag, so Graph's list of members is read (`TeamMember.Read.Group`), which
 * is cheap for a committee's team. What it answers is kept by the caller for a while.
 */
export function createOwners(deps: {
  /** Ends in the version: `https://graph.microsoft.com/v1.0`. */
  readonly graphUrl: string;
  readonly credential: GraphCredential;
  readonly fetch?: typeof globalThis.fetch | undefined;
}): OwnersPort {
  return {
    list: async (team) => {
      try {
        return await listOwners(deps, team.group);
      } catch (error) {
        throw error instanceof Unavailable ? error : new Unavailable('graph', error);
      }
    },
  };
}

type Deps = Parameters<typeof createOwners>[0];

async function listOwners(deps: Deps, group: string): Promise<readonly string[]> {
  const owners: string[] = [];
  let address = `${deps.graphUrl}/teams/${encodeURIComponent(group)}/members?$top=999`;
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const page = await read(deps, address);
    owners.push(
      ...page.value.flatMap(({ userId, roles }) => (roles?.includes('owner') && userId?.toLowerCase()) || []),
    );
    const next = page['@odata.nextLink'];
    if (next === undefined) return owners;
    // The app's token goes along, and it goes to Graph only.
    if (new URL(next).origin !== new URL(deps.graphUrl).origin) throw new Error('the next page lies elsewhere');
    address = next;
  }
  throw new Error('the list of members does not end');
}

async function read({ credential, fetch = globalThis.fetch }: Deps, address: string): Promise<z.output<typeof Page>> {
  const granted = await credential.getToken(SCOPE);
  if (granted === null) throw new Error('no token for Graph');
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${granted.token}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const cause = new Error(`Graph answered ${response.status} ${Failure.safeParse(body).data?.error.code ?? ''}`);
    // No owner installed the app, or one took the permission back.
    throw response.status === 403 ? new PermissionMissing('graph', cause) : cause;
  }
  return Page.parse(body);
}
