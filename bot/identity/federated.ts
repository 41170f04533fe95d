import { ClientAssertionCredential, ManagedIdentityCredential } from '@azure/identity';

interface Identities {
  readonly tenantId: string;
  /** Client id of the app registration. */
  readonly appId: string;
  /** Client id of the user-assigned managed identity; absent for the only one there is. */
  readonly identityId: string | undefined;
}

/** The identity that the app runs under in Azure: it reaches the tables. */
export const managedIdentity = ({ identityId }: Pick<Identities, 'identityId'>): ManagedIdentityCredential =>
  identityId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId: identityId });

/**
 * The app registration, for the Connector and Graph. The managed identity vouches for it, anew for each token: there is
 * no secret that could be stored, lost or run out.
 */
export function federated(identities: Identities): ClientAssertionCredential {
  const identity = managedIdentity(identities);
  const assertion = async (): Promise<string> => (await identity.getToken('api://AzureADTokenExchange')).token;
  return new ClientAssertionCredential(identities.tenantId, identities.appId, assertion);
}
