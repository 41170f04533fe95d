import * as teamsfx from '@microsoft/teamsfx';

/** The part of the package that is used. Written down here, since its own types announce its end (2026). */
interface TeamsFx {
  readonly TeamsUserCredential: new (configuration: { clientId: string; initiateLoginEndpoint: string }) => {
    getToken(scopes: string): Promise<{ readonly token: string } | null>;
  };
}

/**
 * Lets Teams ask the person to agree, and gives the token that comes of it. In a file of its own because the package is
 * 70 kB (gzip) that nearly nobody needs: consent is normally given once, for all, by an administrator.
 */
export async function signIn(clientId: string): Promise<string> {
  const { TeamsUserCredential }: TeamsFx = teamsfx;
  // The login page is where the package would send people for access to more than our own API, which we never ask for.
  const credential = new TeamsUserCredential({ clientId, initiateLoginEndpoint: location.href });
  const access = await credential.getToken('');
  if (access === null) throw new Error('Teams gave no token');
  return access.token;
}
