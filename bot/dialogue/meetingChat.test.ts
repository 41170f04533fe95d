import { expect, it } from 'vitest';
import { chatOf } from './meetingChat.ts';

const COMMITTEE = '19:udvalg@thread.tacv2';
const idOf = (channel: string, message = '1778745600000'): string => btoa(`0#${channel}#${message}`);

it('finds the thread of the channel that is the chat of a meeting there', () => {
  expect(chatOf(idOf(COMMITTEE), COMMITTEE)).toBe('1778745600000');
});

it.each([
  ['no meeting', undefined],
  ['a meeting of another channel', idOf('19:andet@thread.tacv2')],
  ['a meeting outside channels', btoa('0#19:meeting_abc@thread.v2#0')],
  ['what is no id of Teams', 'ikke base64 æøå'],
])('finds none for %s', (_, meeting) => {
  expect(chatOf(meeting, COMMITTEE)).toBeUndefined();
});
