import { z } from 'zod';
import type { PersonId } from '#dialogue/ids';
import type { Team } from '#dialogue/team';
import { type OwnersPort, Unavailable } from '#usecases/ports';

/** The part of a TokenCredential that is used here. */
interface AppCredential {
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

export interface OwnersOptions {
  /** `https://graph.microsoft.com/v1.0`, without a slash at the end. */
  readonly graphUrl: string;
  readonly credential: AppCredential;
  /** For tests; milliseconds. */
  readonly timeout?: number;
}

/** Microsoft Graph, "List members of team": `roles` holds `owner` for owners and nothing for members. */
const MemberPage = z.object({
  value: z.array(z.object({ userId: z.string().nullish(), roles: z.array(z.string()).default([]) })),
  '@odata.nextLink': z.url().optional(),
});

const SCOPE = 'https://graph.microsoft.com/.default';
const TIMEOUT = 15_000;
/** Most pages that are read: a team has at most 25,000 members, and a page of the default size about 100. */
const PAGES = 260;

/** Who owns a team, by Graph: the Connector does not tell owners from members. */
export function createOwners({ graphUrl, credential, timeout = TIMEOUT }: OwnersOptions): OwnersPort {
  const origin = new URL(graphUrl).origin;

  async function readPage(url: string): Promise<z.infer<typeof MemberPage>> {
    const granted = await credential.getToken(SCOPE);
    const headers = { authorization: `Bearer ${granted?.token ?? ''}` };
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeout) });
    // 403 means that no owner has granted TeamMember.Read.Group: who owns the team cannot be told, so nobody does.
    if (!response.ok) throw new Error(`Graph answered ${response.status}`);
    return MemberPage.parse(await response.json());
  }

  return {
    async isOwner({ group }: Team, person: PersonId) {
      let url: string | undefined = `${graphUrl}/teams/${encodeURIComponent(group)}/members`;
      try {
        for (let pages = 0; url !== undefined && pages < PAGES; pages += 1) {
          const page: z.infer<typeof MemberPage> = await readPage(url);
          const found = page.value.find((member) => member.userId === person);
          if (found !== undefined) return found.roles.includes('owner');
          url = sameOrigin(page['@odata.nextLink'], origin);
        }
        return false;
      } catch (error) {
        throw new Unavailable('graph', error);
      }
    },
  };
}

/** The token is for Graph alone: a link to anywhere else is not followed. */
function sameOrigin(link: string | undefined, origin: string): string | undefined {
  if (link === undefined) return undefined;
  if (new URL(link).origin !== origin) throw new Error('Graph led elsewhere');
  return link;
}
