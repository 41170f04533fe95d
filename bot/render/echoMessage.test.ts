import { describe, expect, it } from 'vitest';
import { botText } from './botText.ts';
import { ECHO_LIMIT, echoMessage } from './echoMessage.ts';
import { HOSTILE } from './testing/hostile.ts';

const text = botText('da');
const anna = { name: 'Anna Holm', mri: '29:anna' };

describe('echoMessage', () => {
  it('shows the answer as the person’s through the bot, with the name in the text', () => {
    expect(echoMessage({ text: 'Vi mangler en fast makker' }, anna, text)).toEqual({
      text: 'Anna Holm har svaret i panelet eller på kortet:\n\nVi mangler en fast makker',
      onBehalfOf: { mri: '29:anna', name: 'Anna Holm' },
      summary: 'Anna Holm har svaret',
    });
  });

  it('speaks for itself where Teams’ id of the person is not known', () => {
    expect(echoMessage({ text: 'Ja' }, { name: 'Anna Holm' }, text)).not.toHaveProperty('onBehalfOf');
  });

  it('names nobody where names are hidden', () => {
    expect(echoMessage({ text: 'Ja' }, undefined, text)).toEqual({
      text: 'Et svar fra panelet eller kortet:\n\nJa',
      summary: 'Et nyt svar',
    });
  });

  it.each([
    ['leadership', 'ledelsessidens'],
    ['employees', 'medarbejdersidens'],
  ] as const)('says that the wording is that of a side: %s', (side, whose) => {
    expect(echoMessage({ text: 'Ja', side }, anna, text).text).toBe(`Anna Holm har svaret på ${whose} vegne:\n\nJa`);
    expect(echoMessage({ text: 'Ja', side }, undefined, text).text).toBe(`Et svar på ${whose} vegne:\n\nJa`);
  });

  it.each(HOSTILE)('sends %j as plain text, as typed', (typed) => {
    const message = echoMessage({ text: typed }, anna, text);
    expect(message.text?.endsWith(`\n\n${typed}`)).toBe(true);
    expect(message.card).toBeUndefined();
  });

  it('cuts a long answer at a word and says where the rest is', () => {
    const message = echoMessage({ text: 'makker '.repeat(3_000) }, anna, text);
    expect(message.text).toMatch(/makker … \(resten står i panelet\)$/);
    expect(message.text?.length).toBeLessThan(ECHO_LIMIT + 200);
  });

  it('keeps a name on one line', () => {
    expect(echoMessage({ text: 'Ja' }, { name: 'Anna\n\nJens Bro har svaret' }, text).text?.split('\n')).toHaveLength(
      3,
    );
  });
});
