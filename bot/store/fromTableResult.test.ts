import { describe, expect, it } from 'vitest';
import { fromTableResult } from './fromTableResult.ts';

const RESULT = {
  'odata.metadata': 'https://…',
  partitionKey: 'p',
  rowKey: 'k',
  etag: 'W/"1"',
  timestamp: '2026-05-14T08:31:00.1239999Z',
  text: 'hej',
  revision: 2,
};

describe('fromTableResult', () => {
  it('gives the row with its times in milliseconds, and nothing of the service among its columns', () => {
    expect(fromTableResult('Meetings', RESULT, 'Thu, 14 May 2026 08:31:07 GMT')).toEqual({
      table: 'Meetings',
      partition: 'p',
      key: 'k',
      columns: { text: 'hej', revision: 2 },
      etag: 'W/"1"',
      writtenAt: '2026-05-14T08:31:00.123Z',
      readAt: '2026-05-14T08:31:07.000Z',
    });
  });

  it.each([
    ['the clock of the service', RESULT, undefined],
    ['the version', { ...RESULT, etag: undefined }, 'Thu, 14 May 2026 08:31:07 GMT'],
  ])('takes no row without %s', (_, result, date) => {
    expect(() => fromTableResult('Meetings', result, date)).toThrow('Unreadable');
  });
});
