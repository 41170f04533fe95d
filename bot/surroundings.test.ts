import { describe, expect, it } from 'vitest';
import { createSurroundings } from './surroundings.ts';

const lines: string[] = [];
const surroundings = () => {
  lines.splice(0);
  return createSurroundings((line) => lines.push(line));
};

describe('the surroundings', () => {
  it('log a line of JSON for each event, with its time', () => {
    surroundings().log({ level: 'info', code: 'Meeting.opened', looked: 2 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      level: 'info',
      code: 'Meeting.opened',
      looked: 2,
    });
  });

  it('log of work that failed its name and the kind of the error, and not what the error says', async () => {
    const running = surroundings();
    running.later('deliver', () => Promise.reject(new TypeError('Anna skrev noget')));
    await running.close();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      code: 'Later.failed',
      work: 'deliver',
      error: 'TypeError',
    });
    expect(lines.join('')).not.toContain('Anna');
  });

  it('name the run in all that is logged in it and left to be done later, and in nothing else', async () => {
    const running = surroundings();
    running.inRun('run-1', () => {
      running.log({ level: 'info', code: 'Meeting.opened' });
      running.later('deliver', async () => {
        await running.pause(1);
        running.log({ level: 'info', code: 'Post.sent' });
      });
    });
    running.inRun('run-2', () => running.log({ level: 'info', code: 'Meeting.planned' }));
    running.log({ level: 'info', code: 'Due.settled' });
    await running.close();
    const told = lines.map((line) => JSON.parse(line) as { code: string; run?: string });
    expect(told.map(({ code, run }) => `${code} ${run ?? 'none'}`)).toEqual([
      'Meeting.opened run-1',
      'Meeting.planned run-2',
      'Due.settled none',
      'Post.sent run-1',
    ]);
  });

  it('wait at the end for all work, also for work that work began', async () => {
    const running = surroundings();
    const done: string[] = [];
    const gate = Promise.withResolvers<undefined>();
    running.later('first', async () => {
      await gate.promise;
      done.push('first');
      running.later('second', () => {
        done.push('second');
        return Promise.resolve();
      });
    });
    const closing = running.close().then(() => done.push('closed'));
    gate.resolve(undefined);
    await closing;
    expect(done).toEqual(['first', 'second', 'closed']);
  });

  it('cut pauses short at the end, so that nobody waits an hour', async () => {
    const running = surroundings();
    running.later('patient', async () => {
      await running.pause(3_600_000);
      await running.pause(3_600_000);
    });
    await running.close();
    expect(lines).toEqual([]);
  });

  it('make ids that nobody made before, and tell the time in one form', () => {
    const running = surroundings();
    expect(new Set(Array.from({ length: 100 }, () => running.newId())).size).toBe(100);
    const now = running.now();
    expect(now).toBe(new Date(now).toISOString());
  });
});
