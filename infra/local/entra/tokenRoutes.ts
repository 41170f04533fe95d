import { ok, type Routes } from '../standIn/http.ts';
import type { World } from '../teams/world.ts';
import { signToken } from './tokens.ts';
/** Entra, as far as the app asks it. Any secret or assertion will do, but the client has to be the app. */
export function tokenRoutes({ app, keys, addresses: { tenantId, botIssuer: issuer } }: World): Routes {
  return {
    [`GET ${tenantId}/keys`]: () => ok({ keys: [keys.entra.public] }),
    'GET bot/keys': () => ok({ keys: [keys.channel.public] }),
    'GET bot/openidconfiguration': () => ok({ issuer, jwks_uri: `${issuer}/keys` }),
    [`POST ${tenantId}/token`]: ({ text }) => {
      const form = new URLSearchParams(text);
      const [, aud] = /^(.+)\/\.default$/.exec(form.get('scope') ?? '') ?? [];
      const isApp = form.get('client_id') === app.id && form.get('grant_type') === 'client_credentials';
      if (!isApp || aud === undefined) return ok({ error: 'invalid_request' }, 400);
      const claims = { aud, iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, appid: app.id, ver: '1.0' };
      return ok({ token_type: 'Bearer', expires_in: 3599, access_token: signToken(keys.entra, claims) });
    },
  };
}
