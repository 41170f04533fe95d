// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestAnswer, DigestQuestion } from '#dialogue/digest';
import { botText } from './botText.ts';
import { CARD_LIMIT } from './cards.ts';
import { DIGEST_PAGES, digestCards } from './digestCards.ts';
import type { Message } from './message.ts';
import { HOSTILE } from './testing/hostile.ts';
import { inspect, wordsIn } from './testing/inspect.ts';

const text = botText('da');
const links = { tab: 'https://teams.microsoft.com/l/entity/app/tab' };
const theme = { number: 3, title: 'En attraktiv arbejdsplads', direction: [] };

const answer = (more: Partial<DigestAnswer> = {}): DigestAnswer => ({
  name: 'Anna Holm',
  text: 'En fast makker',
  source: 'thread',
  late: false,
  ...more,
});

const question = (answers: readonly DigestAnswer[], more: Partial<DigestQuestion> = {}): DigestQuestion => ({
  text: 'Hvordan tager vi imod?',
  theme,
  status: 'put',
  answers,
  people: new Set(answers.map(({ name }) => name)).size,
  unnamed: 0,
  tooFew: false,
  checked: true,
  readBack: 'complete',
  ...more,
});

const digest = (questions: readonly DigestQuestion[], more: Partial<Digest> = {}): Digest => ({
  title: theme.title,
  date: '2026-05-14T08:00:00.000Z',
  names: 'shown',
  questions,
  answers: questions.reduce((sum, one) => sum + one.answers.length, 0),
  ...more,
});

const blocksOf = (messages: readonly Message[]): string[] => wordsIn(messages).split('\n');
const draw = (some: Digest): string[] => blocksOf(digestCards(some, links, text));
/** The words of an answer that were spread over pages, joined again. */
const wordsLike = (messages: readonly Message[], word: RegExp): string[] => wordsIn(messages).match(word) ?? [];

describe('digestCards', () => {
  it('begins with the item, the date, and that all answers are there', () => {
    const eleven = Array.from({ length: 11 }, () => answer());
    expect(draw(digest([question(eleven)]))[0]).toBe(
      'Opsamling · En attraktiv arbejdsplads · 14. maj. Alle 11 svar er med.',
    );
  });

  it('says where names are not shown', () => {
    const head = draw(digest([question([answer()])], { names: 'hidden' }))[0];
    expect(head).toMatch(/Det ene svar er med\. Navne vises ikke\.$/);
  });

  it('is called what the item is called, and then names its theme', () => {
    const blocks = draw(digest([question([answer()])], { title: 'Velkomst' }));
    expect(blocks[0]).toBe('Opsamling · Velkomst · 14. maj. Det ene svar er med.');
    expect(blocks[1]).toBe('3 · En attraktiv arbejdsplads');
  });

  it.each([
    [[], 'Der kom ingen svar.'],
    [[answer()], 'Det ene svar er med.'],
  ])('says in words that there are none or one', (answers, sentence) => {
    expect(draw(digest([question(answers)]))[0]).toContain(sentence);
  });

  it('names each theme where the questions are of several', () => {
    const other = { number: 4, title: 'En stærk fortælling', direction: [] };
    const blocks = draw(digest([question([answer()]), question([answer()], { theme: other })]));
    expect(blocks).toContain('3 · En attraktiv arbejdsplads');
    expect(blocks).toContain('4 · En stærk fortælling');
  });

  it('shows question, number of answers and people, then each answer under its name', () => {
    const answers = [answer(), answer({ text: 'Mere tid' }), answer({ name: 'Jens Bro', text: 'En mappe' })];
    expect(draw(digest([question(answers)])).slice(1)).toEqual([
      'Hvordan tager vi imod?',
      '3 svar fra 2 personer',
      'Anna Holm',
      'En fast makker',
      'Anna Holm',
      'Mere tid',
      'Jens Bro',
      'En mappe',
    ]);
  });

  it('counts nobody for an answer without a name, and no people where names are hidden', () => {
    const answers = [
      answer(),
      answer({ source: 'room', name: undefined }),
      answer({ source: 'room', name: undefined }),
    ];
    const counts = (more: Partial<DigestQuestion>, names: Digest['names'] = 'shown') =>
      draw({ ...digest([question(answers, { people: 1, unnamed: 2, ...more })]), names });
    expect(counts({})).toContain('1 svar fra 1 person, 2 svar uden navn');
    expect(counts({ answers: answers.slice(1), people: 0 })).toContain('2 svar uden navn');
    expect(counts({}, 'hidden')).toContain('3 svar');
  });

  it('tells what was handed in on paper from what was said in the meeting', () => {
    expect(draw(digest([question([answer({ source: 'room', paper: true })])]))).toContain(
      'Anna Holm · afleveret på papir',
    );
  });

  it('says which answers came later and which were said in the meeting', () => {
    const answers = [
      answer({ late: true }),
      answer({ source: 'room', name: undefined }),
      answer({ source: 'room', name: 'Jens Bro' }),
    ];
    const blocks = draw(digest([question(answers)]));
    expect(blocks).toContain('Anna Holm · kommet senere');
    expect(blocks).toContain('sagt i mødet');
    expect(blocks).toContain('Jens Bro · sagt i mødet');
  });

  it('lists what was skipped and what was not reached', () => {
    const blocks = draw(
      digest([
        question([answer()]),
        question([], { status: 'skipped', text: 'Sprang vi over?' }),
        question([], { status: 'notReached', text: 'Nåede vi?' }),
      ]),
    );
    expect(blocks.slice(-4)).toEqual(['Sprunget over', '• Sprang vi over?', 'Ikke nået', '• Nåede vi?']);
  });

  it('does not claim that all is there where a question may have been answered unseen', () => {
    const blocks = draw(digest([question([answer()], { checked: false })]));
    expect(blocks[0]).toContain('1 svar er med. Noget kunne ikke tjekkes');
    expect(blocks).toContain('Vi ved ikke, om spørgsmålet nåede frem til kanalen. Svar i tråden kan mangle.');
  });

  it('does not claim that all is there where a text is missing', () => {
    const blocks = draw(digest([question([answer({ text: undefined })])]));
    expect(blocks[0]).toContain('Noget kunne ikke tjekkes');
    expect(blocks).toContain('Svaret er hentet frem igen i Teams, men Teams har ikke sendt teksten.');
  });

  it('shows that there was an answer also where it has no words or no name', () => {
    const blocks = draw(digest([question([answer({ text: ' \n', name: undefined })])]));
    expect(blocks.slice(-2)).toEqual(['ukendt navn', 'Der er ingen tekst i svaret. Se det i tråden.']);
  });

  it('says that too few answered, and shows none', () => {
    expect(draw(digest([question([], { tooFew: true })]))).toContain('Der kom så få svar, at de ikke bliver vist.');
  });

  it('leads to the tab, and has no button where the tab is not known', () => {
    const [withLink] = digestCards(digest([question([answer()])]), links, text);
    expect(withLink?.card).toMatchObject({ actions: [{ type: 'Action.OpenUrl', url: links.tab }] });
    const [without] = digestCards(digest([question([answer()])]), {}, text);
    expect(without?.card).not.toHaveProperty('actions');
  });

  it.each(HOSTILE)('shows %j as typed', (typed) => {
    const some = question([answer({ text: typed, name: typed })], { text: typed, theme: undefined });
    const pages = digestCards(digest([some, { ...some, status: 'skipped' }], { title: typed }), links, text);
    expect(wordsIn(pages)).toContain(typed);
    expect(pages.flatMap((page) => inspect(page).markdown)).toEqual([]);
  });
});

describe('a digest that is too long for one card', () => {
  it('goes on over pages, keeps every answer, and repeats the question', () => {
    const answers = Array.from({ length: 40 }, (_, index) => answer({ text: `svar${index} ${'ord '.repeat(200)}` }));
    const pages = digestCards(digest([question(answers)]), links, text);
    expect(pages).toHaveLength(2);
    expect(wordsLike(pages, /svar\d+/g)).toEqual(answers.map((_, index) => `svar${index}`));
    const second = blocksOf(pages.slice(1));
    expect(second.slice(0, 2)).toEqual([
      'Opsamling · En attraktiv arbejdsplads · side 2',
      'Hvordan tager vi imod? (fortsat)',
    ]);
    expect(pages.map((page) => page.summary)[1]).toBe('Opsamling · En attraktiv arbejdsplads · side 2');
  });

  it('splits a very long answer between words and loses none', () => {
    const words = Array.from({ length: 2_900 }, (_, index) => `æøå${index}`);
    const pages = digestCards(digest([question([answer(), answer({ text: words.join(' ') })])]), links, text);
    expect(pages.length).toBeGreaterThan(1);
    expect(wordsLike(pages, /æøå\d+/g)).toEqual(words);
  });

  it('says on the third page how many answers are missing, and leads to the tab', () => {
    const answers = Array.from({ length: 200 }, (_, index) => answer({ text: `svar${index} ${'ord '.repeat(200)}` }));
    const pages = digestCards(digest([question(answers)]), links, text);
    expect(pages).toHaveLength(DIGEST_PAGES);
    const there = wordsLike(pages, /svar\d+/g).length;
    expect(blocksOf(pages).at(-1)).toBe(text('digest.more', { count: 200 - there }));
    expect(pages.map((page) => inspect(page).actions)).toEqual([1, 0, 1]);
  });

  it('says that an answer cut on the third page goes on in the tab', () => {
    const pages = digestCards(digest([question([answer({ text: 'æøå '.repeat(20_000) })])]), links, text);
    expect(pages).toHaveLength(DIGEST_PAGES);
    expect(blocksOf(pages).slice(-2)).toEqual([
      expect.stringMatching(/æøå … \(resten står i fanen\)$/),
      text('digest.more', { count: 1 }),
    ]);
  });

  it('never makes a card that Teams refuses, and never hides that something is missing', () => {
    const unit = fc.constantFrom('a', 'å', '"', '\\', ' ', '\n', '👍', '\u0001', '{{DATE(2026-05-14T08:31:00Z)}}');
    const long = (most: number): fc.Arbitrary<string> =>
      fc
        .tuple(fc.string({ unit, minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: most }))
        .map(([some, times]) => some.repeat(times));
    const some = fc.record({ text: long(500), name: fc.string({ unit, maxLength: 80 }) }).map(answer);
    const put = fc
      .record({
        answers: fc.array(some, { maxLength: 15 }),
        words: long(60),
        status: fc.constantFrom('put', 'skipped', 'notReached'),
      })
      .map(({ answers, words, status }) => question(status === 'put' ? answers : [], { text: words, status: status }));
    fc.assert(
      fc.property(fc.array(put, { minLength: 1, maxLength: 12 }), long(10), (questions, title) => {
        let number = 0;
        const numbered = questions.map((one) => ({
          ...one,
          answers: one.answers.map((each) => ({ ...each, text: `${each.text ?? ''} slut${(number += 1)}.` })),
        }));
        const pages = digestCards(digest(numbered, { title }), links, text);
        expect(pages.length).toBeLessThanOrEqual(DIGEST_PAGES);
        for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page.card))).toBeLessThanOrEqual(CARD_LIMIT);
        const missing = number - (JSON.stringify(pages).match(/slut\d+\./g)?.length ?? 0);
        if (missing > 0) expect(JSON.stringify(pages.at(-1)?.card)).toContain(text('digest.more', { count: missing }));
      }),
      { numRuns: 100 },
    );
  });
});
