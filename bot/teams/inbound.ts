import { CloudAdapter } from 'botbuilder';
import type { Activity as BotActivity } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { CardReply, HandleEvent } from '#usecases/inboundEvents';
import { Unavailable } from '#usecases/ports';
import type { Inbound, InboundRequest, InboundResponse, LogEvent } from '#usecases/ports';
import { readActivity, tenantsOf } from './activity.ts';
import type { Activity } from './activity.ts';
import { TeamsAuthentication } from './authentication.ts';
import { createCheckToken } from './checkToken.ts';
import type { AppCredential } from './credentials.ts';
import { normalise } from './normalise.ts';
import { readEnvelope } from './readEnvelope.ts';
import type { Envelope } from './readEnvelope.ts';
import { Refusal } from './refusal.ts';
import { CALL_TIMING } from './settings.ts';
import type { TeamsSettings } from './settings.ts';

export interface InboundDeps {
  readonly settings: TeamsSettings;
  readonly credential: AppCredential;
  readonly handle: HandleEvent;
  readonly log: (event: LogEvent) => void;
}

/**
 * The bot's entry. A request is refused with 400, 401 or 413 and a code; a trusted activity is answered once `handle`
 * is done with it. Where a service is down the answer is 503 (500 for what nobody foresaw), so that Teams sends it
 * again: nothing that is answered with 200 is lost.
 */
export function createInbound(deps: InboundDeps): Inbound {
  const { settings, log } = deps;
  const authentication = new TeamsAuthentication(settings, deps.credential, CALL_TIMING);
  const adapter = new CloudAdapter(authentication);
  const checkToken = createCheckToken(settings);
  const localOrigin = settings.botMetadataUrl === undefined ? undefined : new URL(settings.botMetadataUrl).origin;

  const authenticate = async (request: InboundRequest, envelope: Envelope): Promise<AuthenticateRequestResult> => {
    const authorization = headerOf(request, 'authorization');
    await checkToken(authorization, envelope.serviceUrl);
    try {
      return await authentication.authenticateRequest(asBotActivity(envelope), authorization ?? '');
    } catch {
      throw new Refusal('TokenInvalid');
    }
  };

  return async (request) => {
    try {
      const envelope = readEnvelope(request.body, localOrigin);
      const trusted = await authenticate(request, envelope);
      const activity = readActivity(envelope);
      checkTenant(activity, settings.tenantId);
      const outcome = await runTurn(adapter, trusted, envelope, async () =>
        deps.handle(normalise(activity, settings.appId)),
      );
      return activity.type === 'invoke' ? invokeAnswer(outcome) : { status: 200 };
    } catch (error) {
      return answerTo(error, log);
    }
  };
}

const headerOf = ({ headers }: InboundRequest, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** What botbuilder calls an activity; it looks at no more of it here than the envelope vouches for. */
const asBotActivity = (envelope: Envelope): BotActivity => envelope as Partial<BotActivity> as BotActivity;

/** @throws Refusal `TenantForbidden` for an activity of another tenant, or of none */
function checkTenant(activity: Activity, tenantId: string): void {
  const tenants = tenantsOf(activity);
  if (tenants.length === 0 || tenants.some((tenant) => tenant.toLowerCase() !== tenantId.toLowerCase()))
    throw new Refusal('TenantForbidden');
}

/**
 * One turn of botbuilder. What the handler throws is kept past it: botbuilder would wrap it in an error of another
 * kind, and its own `process` would print it.
 */
async function runTurn<T>(
  adapter: CloudAdapter,
  trusted: AuthenticateRequestResult,
  envelope: Envelope,
  handle: () => Promise<T>,
): Promise<T> {
  let outcome: Promise<T> | undefined;
  await adapter.processActivityDirect(trusted, asBotActivity(envelope), async () => {
    outcome = handle();
    await Promise.allSettled([outcome]);
  });
  if (outcome === undefined) throw new Error('the turn ended without its handler');
  return outcome;
}

/** Teams shows the sentence to the one who pressed; a press that means nothing is told so. */
function invokeAnswer(reply: CardReply | undefined): InboundResponse {
  if (reply === undefined) return { status: 400, body: { code: 'InvokeUnknown' } };
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text },
  };
}

function answerTo(error: unknown, log: InboundDeps['log']): InboundResponse {
  if (error instanceof Refusal) {
    log({ level: 'warn', code: 'ActivityRefused', reason: error.code });
    return { status: error.status, body: { code: error.code } };
  }
  if (error instanceof Unavailable) {
    log({ level: 'error', code: 'ActivityPostponed', service: error.service });
    return { status: 503, body: { code: 'Unavailable' } };
  }
  log({ level: 'error', code: 'ActivityFailed', error: error instanceof Error ? error.name : typeof error });
  return { status: 500, body: { code: 'Failed' } };
}
