import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { TokenUnavailable } from './tokenUnavailable.ts';

/** The part of a TokenCredential that is used here. It caches: this module asks before every call. */
export interface AppCredential {
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

/** What the Bot Connector wants to be asked with (documented for single-tenant bots). */
const SCOPE = 'https://api.botframework.com/.default';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;
type Request = Parameters<Credentials['signRequest']>[0];

/**
 * The credentials of calls to the Connector. Botbuilder's own federated factory fetches its assertion once and reuses
 * it for ever, so tokens are taken from a TokenCredential instead, a fresh look for each call.
 */
export class AppCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #credential: AppCredential;

  constructor(appId: string, credential: AppCredential) {
    super();
    this.#appId = appId;
    this.#credential = credential;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<Credentials> {
    return Promise.resolve({ signRequest: (request: Request) => this.#sign(request) });
  }

  async #sign(request: Request): Promise<Request> {
    const granted = await this.#credential.getToken(SCOPE).catch((error: unknown) => {
      throw new TokenUnavailable(error);
    });
    if (granted === null) throw new TokenUnavailable();
    request.headers.set('authorization', `Bearer ${granted.token}`);
    return request;
  }
}
