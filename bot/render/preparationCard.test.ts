// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { botText } from './botText.ts';
import { pointerMessage } from './pointerMessage.ts';
import { preparationCard } from './preparationCard.ts';
import { HOSTILE } from './testing/hostile.ts';
import { inspect } from './testing/inspect.ts';

const question = { text: 'Hvordan byder vi velkommen?', points: ['Den første dag'], state: 'waiting' } as const;

describe('a question that is sent out beforehand', () => {
  it.each(['da', 'en'] as const)('says in %s who can read along, and has no field to answer in', (language) => {
    const text = botText(language);
    const message = preparationCard({ ...question, readers: 12 }, text);
    expect(inspect(message).blocks).toContain(text('preparation.readers', { count: 12 }));
    expect(inspect(message).blocks).toContain(question.text);
    expect(message.summary).toContain(question.text);
    expect(JSON.stringify(message.card)).not.toContain('Input.Text');
  });

  it('warns where more can read along than the committee has listed', () => {
    const text = botText('da');
    const warning = text('question.larger', { readers: 12, listed: 9 });
    const blocks = (listed: number) => inspect(preparationCard({ ...question, readers: 12, listed }, text)).blocks;
    expect(blocks(9)).toContain(warning);
    expect(blocks(12).some((block) => block.includes('12 medlemmer'))).toBe(false);
  });

  it('leads to the question itself once it is put', () => {
    const text = botText('da');
    const words = inspect(preparationCard({ ...question, state: 'put', readers: 12 }, text)).blocks;
    expect(words).toContain(text('preparation.put'));
    expect(words).not.toContain(text('preparation.readers', { count: 12 }));
  });

  it.each(['notPut', 'dropped'] as const)('promises nothing any more once it is %s', (state) => {
    const text = botText('da');
    const words = inspect(preparationCard({ ...question, state, readers: 12 }, text)).blocks;
    expect(words).toEqual([
      text('preparation.headOver'),
      question.text,
      '• Den første dag',
      text(`preparation.${state}`),
    ]);
  });

  it('shows what people wrote as they wrote it', () => {
    for (const words of HOSTILE) {
      expect(inspect(preparationCard({ ...question, text: words }, botText('da'))).blocks[1]).toBe(words.trim());
    }
  });
});

describe('the line in the meeting’s chat', () => {
  it('leads to the question while the item runs, and says that it is over afterwards', () => {
    const text = botText('da');
    const url = 'https://teams.microsoft.com/l/message/x/1';
    expect(pointerMessage(url, text).card).toMatchObject({ actions: [{ type: 'Action.OpenUrl', url }] });
    const over = pointerMessage(undefined, text);
    expect(over.summary).toBe(text('pointer.ended'));
    expect(JSON.stringify(over.card)).not.toContain('Action.OpenUrl');
  });
});
