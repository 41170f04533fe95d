import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { AuthenticationConfiguration, ServiceClientCredentialsFactory } from 'botframework-connector';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsAddresses } from '../index.ts';
import { APP_ID } from './standIn.ts';

type Logic = (context: TurnContext) => Promise<void>;

/** Takes the app's tokens from the stand-in. */
class Credentials extends ServiceClientCredentialsFactory {
  readonly #token: () => Promise<string>;
  constructor(token: () => Promise<string>) {
    super();
    this.#token = token;
  }
  override isValidAppId = (id: string) => Promise.resolve(id === APP_ID);
  override isAuthenticationDisabled = () => Promise.resolve(false);
  override createCredentials: ServiceClientCredentialsFactory['createCredentials'] = () =>
    Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#token()}`);
        return request;
      },
    });
}

/** The real adapter, trusting the stand-in's keys by the two settings that go together. */
export function adapterFor({ botMetadataUrl, botIssuer, tenantId }: TeamsAddresses, token: () => Promise<string>) {
  const settings = {
    MicrosoftAppId: APP_ID,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    ToBotFromChannelOpenIdMetadataUrl: botMetadataUrl,
    ToBotFromChannelTokenIssuer: botIssuer,
  };
  const trust = new AuthenticationConfiguration([], () => Promise.resolve());
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, new Credentials(token), trust));
}

/** A bot over plain http on botbuilder; `adapter` is asked for on each request, so it may be made later. */
export async function botbuilderBot(adapter: () => CloudAdapter, logic: Logic) {
  const statuses: number[] = [];
  async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    let text = '';
    for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
    let status = 200;
    const written: unknown[] = [];
    const response = {
      socket: {},
      header: () => undefined,
      status: (code: number) => (status = code),
      send: (body: unknown) => written.push(body),
      end: () => undefined,
    };
    const body = JSON.parse(text) as Record<string, unknown>;
    await adapter().process({ method: 'POST', headers: { ...request.headers }, body }, response, logic);
    statuses.push(status);
    return { status, body: written.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('') };
  }
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    statuses,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
