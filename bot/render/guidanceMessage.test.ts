import { describe, expect, it } from 'vitest';
import { botText } from './botText.ts';
import { guidanceMessage } from './guidanceMessage.ts';

describe('guidanceMessage', () => {
  it.each([
    ['privateChannel', 'privat kanal'],
    ['sharedChannel', 'delt kanal'],
    ['groupChat', 'gruppechat'],
    ['personal', 'alene'],
  ] as const)('says in a %s why not, and what is needed instead', (where, why) => {
    const message = guidanceMessage(where, botText('da'));
    expect(message.text).toContain(why);
    expect(message.text).toMatch(/almindelig kanal/);
    expect(message.summary).not.toBe('');
  });
});
