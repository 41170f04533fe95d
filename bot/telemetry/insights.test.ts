import { describe, expect, it } from 'vitest';
import { createInsights } from './insights.ts';

const TRACE = 'ab'.repeat(16);
const RUN = 'cd'.repeat(8);

/** What Application Insights is sent: the part that is read here. */
interface Envelope {
  readonly tags: Readonly<Record<string, string>>;
  readonly data: { readonly baseType: string; readonly baseData: Readonly<Record<string, unknown>> };
}

function listening(status = 200) {
  let failures = 0;
  const bodies: string[] = [];
  const headers: (string | undefined)[] = [];
  const insights = (credential?: Parameters<typeof createInsights>[0]['credential']) =>
    createInsights({
      connection:
        'InstrumentationKey=00000000-1111-4222-8333-444444444444;IngestionEndpoint=https://sweden.insights.example/',
      version: '0.1.0',
      failed: () => void (failures += 1),
      credential,
      httpClient: {
        sendRequest: (request) => {
          if (typeof request.body === 'string') bodies.push(request.body);
          headers.push(request.headers.get('authorization'));
          const bodyAsText = JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] });
          return Promise.resolve({ request, status, headers: request.headers, bodyAsText });
        },
      },
    });
  const envelopes = (): Envelope[] => bodies.flatMap((body) => [JSON.parse(body) as Envelope | Envelope[]].flat());
  return { insights, envelopes, headers, failures: () => failures };
}
// OpenTelemetry takes a number that is smaller than the age of the process for a time since the process began.
const BEGUN = Date.parse('2026-05-14T08:30:00.000Z');
const call = { service: 'Tables', operation: 'insert Meetings', begun: BEGUN, ended: BEGUN + 250 };

describe('Application Insights', () => {
  it('is told of a call beneath the run that Azure tells of, also of one that is not sampled', async () => {
    const { insights, envelopes } = listening();
    const telling = insights();
    telling.record({ ...call, parent: `00-${TRACE}-${RUN}-00` });
    await telling.close();
    expect(envelopes()).toMatchObject([
      {
        tags: { 'ai.operation.id': TRACE, 'ai.operation.parentId': RUN, 'ai.cloud.role': 'med-dialog' },
        data: {
          baseType: 'RemoteDependencyData',
          baseData: { name: 'Tables insert Meetings', target: 'Tables', success: true, duration: '00:00:00.250' },
        },
      },
    ]);
  });

  it('is told that one failed, and of one that belongs to no run', async () => {
    const { insights, envelopes } = listening();
    const telling = insights();
    telling.record({ ...call, failure: 'Unavailable' });
    telling.record({ ...call, parent: 'no traceparent' });
    await telling.close();
    expect(envelopes().map(({ data }) => data.baseData['success'])).toEqual([false, true]);
    for (const { tags } of envelopes()) expect(tags['ai.operation.parentId']).toBeUndefined();
  });

  it.each([
    [200, 0],
    [403, 1],
    [400, 1],
  ])('says when it takes nothing: with %i it fails %i times', async (status, times) => {
    const { insights, failures } = listening(status);
    const telling = insights();
    telling.record(call);
    await telling.close();
    expect(failures()).toBe(times);
  });

  it('is told by the identity where there is one', async () => {
    const { insights, headers } = listening();
    const credential = { getToken: () => Promise.resolve({ token: 'of-the-identity', expiresOnTimestamp: 2 ** 42 }) };
    const telling = insights(credential);
    telling.record(call);
    await telling.close();
    expect(headers).toEqual(['Bearer of-the-identity']);
  });
});
