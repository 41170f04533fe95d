import { beforeEach, describe, expect, it, vi } from 'vitest';
import { federated, managedIdentity } from '../../bot/identity/federated.ts';

/** What the identity library was asked for, in order. */
const asked = vi.hoisted((): unknown[] => []);

// Neither Azure nor Entra can be reached: the library's two credentials note what they are made with, and the second
// asks for the assertion as the real one does, once for each token.
vi.mock('@azure/identity', () => ({
  ManagedIdentityCredential: class {
    constructor(options?: object) {
      asked.push(['identity', options]);
    }
    getToken(scope: string): Promise<{ token: string }> {
      asked.push(['assertion for', scope]);
      return Promise.resolve({ token: `vouched-${asked.length}` });
    }
  },
  ClientAssertionCredential: class {
    readonly #assertion: () => Promise<string>;
    constructor(tenant: string, client: string, assertion: () => Promise<string>) {
      asked.push(['registration', tenant, client]);
      this.#assertion = assertion;
    }
    async getToken(): Promise<{ token: string }> {
      return { token: await this.#assertion() };
    }
  },
}));

beforeEach(() => void asked.splice(0));

describe('the app in Azure', () => {
  it('is the identity that it was given, or else the only one there is', () => {
    managedIdentity({ identityId: 'given' });
    managedIdentity({ identityId: undefined });
    expect(asked).toEqual([
      ['identity', { clientId: 'given' }],
      ['identity', undefined],
    ]);
  });

  it('speaks as its registration, for which the identity vouches anew each time, and holds no secret', async () => {
    const credential = federated({ tenantId: 'tenant', appId: 'app', identityId: 'given' });
    const tokens = [await credential.getToken('x'), await credential.getToken('x')].map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
    expect(asked).toEqual([
      ['identity', { clientId: 'given' }],
      ['registration', 'tenant', 'app'],
      ['assertion for', 'api://AzureADTokenExchange'],
      ['assertion for', 'api://AzureADTokenExchange'],
    ]);
  });
});
