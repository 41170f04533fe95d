import { describe, expect, it } from 'vitest';
import { type Call, createCalls } from './calls.ts';

function recording() {
  const told: Call[] = [];
  const calls = createCalls(() =>
    Promise.resolve({ record: (call) => void told.push(call), close: () => Promise.resolve() }),
  );
  return { told, calls };
}
const port = {
  insert: (row: { table: string; key: string }) => Promise.resolve(row.key.length),
  fail: (): Promise<void> => Promise.reject(new TypeError('Anna skrev noget')),
};

describe('calls to other services', () => {
  it('are told with what they are about and how long they took, and answer as before', async () => {
    const { told, calls } = recording();
    const timed = calls.told('Tables', port, ({ table }: { table: string }) => table);
    expect(await timed.insert({ table: 'Meetings', key: 'four' })).toBe(4);
    await calls.close();
    expect(told).toMatchObject([{ service: 'Tables', operation: 'insert Meetings', failure: undefined }]);
    expect(told[0]?.ended).toBeGreaterThanOrEqual(told[0]?.begun ?? Infinity);
  });

  it('are told with the name of the error alone where they fail, which goes on to whoever called', async () => {
    const { told, calls } = recording();
    await expect(calls.told('Connector', port).fail()).rejects.toThrow('Anna skrev noget');
    await calls.close();
    expect(told).toMatchObject([{ service: 'Connector', operation: 'fail', failure: 'TypeError' }]);
    expect(JSON.stringify(told)).not.toContain('Anna');
  });

  it('belong to the run that they were made in, also when it has answered by then', async () => {
    const { told, calls } = recording();
    const { insert } = calls.told('Tables', port);
    const gate = Promise.withResolvers<undefined>();
    const later = calls.inRun('run-1', async () => {
      await gate.promise;
      await insert({ table: 'Due', key: 'x' });
    });
    await calls.inRun('run-2', () => insert({ table: 'Due', key: 'x' }));
    gate.resolve(undefined);
    await later;
    await insert({ table: 'Due', key: 'x' });
    await calls.close();
    expect(told.map(({ parent }) => parent)).toEqual(['run-2', 'run-1', undefined]);
  });

  it('go through where nothing can be told of them', async () => {
    let failures = 0;
    const calls = createCalls(
      () => Promise.reject(new Error('not there')),
      () => void (failures += 1),
    );
    expect(await calls.told('Tables', port).insert({ table: 'Due', key: 'x' })).toBe(1);
    await calls.close();
    expect(failures).toBe(1);
  });

  it('are left as they are where nothing is configured', () => {
    const calls = createCalls(undefined);
    expect(calls.told('Tables', port)).toBe(port);
    expect(calls.inRun('run-1', () => 1)).toBe(1);
  });
});
