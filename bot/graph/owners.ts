import { z } from 'zod';
import type { OwnersPort } from '#usecases/ports';
import { type GraphDeps, readPages } from './pages.ts';

/** A line of `/teams/{group}/members`; who is no person of the tenant has no `userId`. */
const Member = z.object({ roles: z.array(z.string()).nullish(), userId: z.string().nullish() });

/**
 * Who owns a team. The Connector has no such flag, so Graph's list of members is read (`TeamMember.Read.Group`), which
 * is cheap for a committee's team: it holds up to 25,000 members, and a page the 999 that are asked for. What it answers
 * is kept by the caller for a while.
 */
export const createOwners = (deps: GraphDeps): OwnersPort => ({
  async list({ group }) {
    const members = await readPages(deps, `teams/${encodeURIComponent(group)}/members?$top=999`, Member);
    return members.flatMap(({ userId, roles }) => (roles?.includes('owner') && userId?.toLowerCase()) || []);
  },
});
