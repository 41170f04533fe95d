import { beforeEach, expect, it, vi } from 'vitest';
import { canShareToStage, shareToStage } from './meetingStage.ts';

type Callback = (error: object | null, result: unknown) => void;
const meeting = vi.hoisted(() => ({
  getAppContentStageSharingCapabilities: vi.fn<(callback: Callback) => void>(),
  shareAppContentToStage: vi.fn<(callback: Callback, url: string) => void>(),
}));
vi.mock('@microsoft/teams-js', () => ({ meeting }));

beforeEach(() => {
  vi.resetAllMocks();
});

it('may share only where Teams says so', async () => {
  const told = meeting.getAppContentStageSharingCapabilities;
  told.mockImplementationOnce((callback) => callback(null, { doesAppHaveSharePermission: true }));
  expect(await canShareToStage()).toBe(true);
  told.mockImplementationOnce((callback) => callback(null, { doesAppHaveSharePermission: false }));
  expect(await canShareToStage()).toBe(false);
  told.mockImplementationOnce((callback) => callback({ errorCode: 1000 }, null));
  expect(await canShareToStage()).toBe(false);
  told.mockImplementationOnce(() => {
    throw new Error('This call is only allowed in following contexts');
  });
  expect(await canShareToStage()).toBe(false);
});

it('may not share in a client that never answers', async () => {
  vi.useFakeTimers();
  const asked = canShareToStage();
  await vi.runAllTimersAsync();
  expect(await asked).toBe(false);
  vi.useRealTimers();
});

it('shares an address, and tells a refusal', async () => {
  const { shareAppContentToStage: share } = meeting;
  share.mockImplementationOnce((callback) => callback(null, true));
  await shareToStage('https://med.example.dk/tabs/stage.html');
  expect(share.mock.calls[0]?.[1]).toBe('https://med.example.dk/tabs/stage.html');
  share.mockImplementationOnce((callback) => callback({ errorCode: 1000 }, null));
  await expect(shareToStage('https://x.example')).rejects.toThrow('1000');
});
