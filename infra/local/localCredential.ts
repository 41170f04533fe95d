import { z } from 'zod';

const Granted = z.object({ access_token: z.string(), expires_in: z.number() });

/** An app token and when it ends, in milliseconds since 1970. */
interface AppToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** What `@azure/identity` calls a TokenCredential, as far as this app uses it. */
export interface LocalCredential {
  getToken(scope: string | string[]): Promise<AppToken>;
}

/** A token is not used in its last minutes: it has to hold for as long as the call that carries it. */
const SPARE = 5 * 60_000;
const LONGEST_WAIT = 10_000;

/**
 * App tokens from the stand-in's token endpoint, one a scope, kept until shortly before they end. In Azure a managed
 * identity vouches for the app; here the stand-in believes whoever names the app.
 */
export function localCredential(tokenUrl: string, clientId: string, now: () => number = Date.now): LocalCredential {
  const kept = new Map<string, Promise<AppToken>>();
  return {
    async getToken(scopes) {
      const scope = [scopes].flat().join(' ');
      const known = kept.get(scope);
      if (known !== undefined && (await known).expiresOnTimestamp - SPARE > now()) return known;
      // Somebody may have asked anew while this one waited.
      const newest = kept.get(scope);
      if (newest !== undefined && newest !== known) return newest;
      const asked = ask(tokenUrl, clientId, scope, now);
      kept.set(scope, asked);
      // One that failed is asked for anew by the next who needs it.
      asked.catch(() => kept.delete(scope));
      return asked;
    },
  };
}

async function ask(tokenUrl: string, clientId: string, scope: string, now: () => number): Promise<AppToken> {
  const asked = now();
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'local', scope }),
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  if (!response.ok) throw new Error(`no app token: the token endpoint answered ${response.status}`);
  const { access_token: token, expires_in: seconds } = Granted.parse(await response.json());
  return { token, expiresOnTimestamp: asked + seconds * 1000 };
}
