// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import { botText } from './botText.ts';
import { CARD_LIMIT } from './cards.ts';
import { ANSWER_INPUT, ANSWER_VERB, closedQuestionCard, type OpenQuestion, questionCard } from './questionCard.ts';
import { HOSTILE } from './testing/hostile.ts';
import { inspect } from './testing/inspect.ts';

const text = botText('da');
const question: OpenQuestion = {
  text: 'Hvordan kan vi styrke den gode velkomst?',
  points: ['Stor medindflydelse', 'Gode kolleger'],
  theme: { number: 3, title: 'En attraktiv arbejdsplads' },
  readers: 12,
  names: 'shown',
  limit: 20_000,
  ref: { table: 'Meetings', partition: 'MTk6.8220999999999', key: 'r001!p!q' },
};

const part = (card: unknown, type: string): Record<string, unknown> | undefined => {
  if (typeof card !== 'object' || card === null) return undefined;
  if ('type' in card && card.type === type) return card;
  for (const value of Object.values(card)) {
    const found = part(value, type);
    if (found !== undefined) return found;
  }
  return undefined;
};

describe('questionCard', () => {
  it('shows theme, question, points and who can read, in that order', () => {
    expect(inspect(questionCard(question, text)).blocks).toEqual([
      '3 · En attraktiv arbejdsplads',
      'Hvordan kan vi styrke den gode velkomst?',
      '• Stor medindflydelse',
      '• Gode kolleger',
      'Skriv dit svar her eller i tråden. Dit navn står ved svaret, og alle 12 i teamet kan læse det. ' +
        'Det, du skriver i mødechatten, kommer ikke med. Skriv ikke navne på borgere eller kolleger.',
      'Dit svar',
    ]);
  });

  it('tells the bot which post was answered, and what was written', () => {
    const { card } = questionCard(question, text);
    expect(part(card, 'Input.Text')).toMatchObject({ id: ANSWER_INPUT, isMultiline: true, maxLength: 20_000 });
    expect(part(card, 'Action.Execute')).toMatchObject({ verb: ANSWER_VERB, data: { post: question.ref } });
  });

  it('names no number of readers where it is not known', () => {
    const words = inspect(questionCard({ ...question, readers: undefined }, text)).blocks.join('\n');
    expect(words).toContain('alle i teamet kan læse det');
    expect(words).not.toMatch(/undefined|12/);
  });

  it('says what is true of names where they are hidden', () => {
    for (const readers of [12, undefined]) {
      const words = inspect(questionCard({ ...question, readers, names: 'hidden' }, text)).blocks.join('\n');
      expect(words).toContain('gemmer appen dit navn, men viser det ikke. Svarer du i tråden, står dit navn dér.');
      expect(words).toContain(
        readers === undefined ? 'Alle i teamet kan læse svaret' : 'Alle 12 i teamet kan læse svaret',
      );
      expect(words).not.toContain('Dit navn står ved svaret');
    }
  });

  it('warns where more can read than are on the committee’s list', () => {
    const warning = 'Teamet har 25 medlemmer, men udvalget har 11 på listen. Alle 25 kan læse med.';
    const drawn = (more: Partial<OpenQuestion>) => inspect(questionCard({ ...question, ...more }, text)).blocks;
    expect(drawn({ readers: 25, listed: 11 })).toContain(warning);
    for (const more of [
      { readers: 11, listed: 11 },
      { readers: 10, listed: 11 },
      { listed: 11, readers: undefined },
      {},
    ])
      expect(drawn(more).join('\n')).not.toContain('på listen');
  });

  it('shows the committee’s own angle above the question, which stays, open and closed', () => {
    const asked = { ...question, angle: 'Sommerens vikarer' };
    for (const message of [questionCard(asked, text), closedQuestionCard(asked, 9, text)])
      expect(inspect(message).blocks.slice(1, 3)).toEqual(['Dagens vinkel: Sommerens vikarer', question.text]);
  });

  it('has no theme line for a question of the committee’s own', () => {
    expect(inspect(questionCard({ ...question, theme: undefined }, text)).blocks[0]).toBe(question.text);
  });

  it('shows the whole question, and a short one in the notification', () => {
    const long = 'ord '.repeat(249) + 'slut';
    const message = questionCard({ ...question, text: long }, text);
    expect(inspect(message).blocks).toContain(long);
    expect(message.summary).toMatch(/^Nyt spørgsmål: ord .* …$/);
    expect(message.summary.length).toBeLessThan(250);
  });

  it.each(HOSTILE)('shows %j as typed', (typed) => {
    const card = inspect(questionCard({ ...question, text: typed, angle: typed, points: [typed] }, text));
    expect(card.blocks).toContain(typed);
    expect(card.blocks).toContain(`Dagens vinkel: ${typed}`);
    expect(card.blocks).toContain(`• ${typed}`);
    expect(card.markdown).toEqual([]);
  });

  it('speaks the committee’s language', () => {
    const words = inspect(questionCard(question, botText('en'))).blocks.join('\n');
    expect(words).toContain('all 12 in the team can read it');
    expect(words).not.toContain('svar');
  });
});

describe('closedQuestionCard', () => {
  it.each([
    [0, 'Der er lukket for svar. Der kom ingen svar.'],
    [1, 'Der er lukket for svar. 1 svar er med.'],
    [9, 'Der er lukket for svar. 9 svar er med.'],
  ])('says that %i answers are in', (answers, sentence) => {
    expect(inspect(closedQuestionCard(question, answers, text)).blocks.at(-1)).toBe(sentence);
  });

  it('keeps the question and takes no more answers', () => {
    const card = inspect(closedQuestionCard(question, 9, text));
    expect(card.blocks).toContain(question.text);
    expect(card.types).not.toContain('Input.Text');
    expect(card.actions).toBe(0);
  });
});

describe('a question that was answered beforehand', () => {
  const link = 'https://teams.microsoft.com/l/message/x/1';
  const both = (prepared: OpenQuestion['prepared']) =>
    [questionCard({ ...question, prepared }, text), closedQuestionCard({ ...question, prepared }, 9, text)] as const;

  it('says so, open and closed, and leads to where they stand', () => {
    for (const message of both({ answers: 3, link })) {
      expect(inspect(message).blocks).toContain('3 svar kom på forhånd og er med.');
      expect(part(message.card, 'Action.OpenUrl')).toMatchObject({ url: link, title: text('question.prepared.read') });
    }
    expect(inspect(both({ answers: 1 })[0]).blocks).toContain('1 svar kom på forhånd og er med.');
  });

  it('leads nowhere where they stand no more, and says nothing where there were none', () => {
    for (const message of both({ answers: 3 })) expect(part(message.card, 'Action.OpenUrl')).toBeUndefined();
    for (const message of both(undefined)) expect(inspect(message).blocks.join()).not.toContain('på forhånd');
  });
});

describe('the material’s questions', () => {
  const prepared = { answers: 2_000, link: `https://teams.microsoft.com/l/message/${'x'.repeat(300)}` };
  const asked = materials.flatMap(({ themes }) =>
    themes.flatMap((theme) => theme.questions.map((one) => ({ ...question, ...one, theme, prepared }))),
  );

  it.each(asked)('has room for $id on a card that Teams takes', (one) => {
    for (const message of [questionCard(one, text), closedQuestionCard(one, 9, text)]) {
      const card = inspect(message);
      expect(card).toMatchObject({ problems: [], markdown: [], version: '1.5' });
      expect(card.bytes).toBeLessThanOrEqual(CARD_LIMIT);
      expect(card.actions).toBeLessThanOrEqual(6);
      expect(card.blocks).toContain(one.text);
    }
  });
});
