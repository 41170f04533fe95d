// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { botText } from './botText.ts';
import { CARD_LIMIT } from './cards.ts';
import { type CommandAnswer, commandCard } from './commandCard.ts';
import { HOSTILE } from './testing/hostile.ts';
import { inspect } from './testing/inspect.ts';

const TAB = 'https://teams.microsoft.com/l/entity/app/med-dialog';
const card = (answer: CommandAnswer, language: 'da' | 'en' = 'da') =>
  commandCard(answer, { tab: TAB }, botText(language));
const words = (answer: CommandAnswer) => inspect(card(answer)).blocks;
const linkOf = (answer: CommandAnswer) => card(answer).card?.['actions'];

const round = { status: 'open', question: 'Hvad giver ro i vagten?', people: 3, unnamed: 0 } as const;
const open = { type: 'open', title: 'Punkt 4', lead: 'Lone Krogh', round } as const;
const digest = { type: 'digest', title: 'Punkt 4', date: '2026-05-14T08:00:00.000Z' } as const;

describe('commandCard', () => {
  it.each([
    ['da', ['status', 'opsamling', 'afslut', 'hjælp']],
    ['en', ['status', 'digest', 'end', 'help']],
  ] as const)('helps with the commands and the tab (%s)', (language, commands) => {
    const help = card({ type: 'help', to: 'help' }, language);
    const listed = inspect(help)
      .blocks.join('\n')
      .matchAll(/^@MED-dialog (\S+)/gm);
    expect([...listed].map(([, command]) => command)).toEqual(commands);
    expect(JSON.stringify(help.card?.['actions'])).toContain(TAB);
  });

  it('says hello to who says hello, and that it did not understand to who said something else', () => {
    const [hello] = words({ type: 'help', to: 'hello' });
    const [help] = words({ type: 'help', to: 'help' });
    const [unknown] = words({ type: 'help', to: 'unknown' });
    expect(hello).toBe('Hej. Det her kan I bede mig om i kanalen:');
    expect(unknown).toMatch(/^Det forstår jeg ikke\./);
    expect(help).toBe('Det her kan I bede mig om i kanalen:');
  });

  it('says what is going on, who leads, and how many have answered', () => {
    expect(words(open)).toEqual([
      'Punktet »Punkt 4« er i gang. Lone Krogh er ordstyrer.',
      'Hvad giver ro i vagten?',
      'Der er åbent for svar. 3 har svaret.',
    ]);
    expect(words({ ...open, round: { ...round, status: 'closed', people: 0 } })).toContain(
      'Der er lukket for svar. Ingen har svaret.',
    );
    const unnamed = (people: number) => words({ ...open, round: { ...round, people, unnamed: 2 } });
    expect(unnamed(3)).toContain('Der er åbent for svar. 3 har svaret. 2 svar er uden navn.');
    expect(unnamed(0)).toContain('Der er åbent for svar. 2 svar er uden navn.');
    expect(words({ ...open, round: undefined })).toContain('Der er ikke stillet et spørgsmål endnu.');
  });

  it('says who can open an item where none is open', () => {
    expect(words({ type: 'nothingOpen', prepared: 'Velkomst' })).toContain(
      'Punktet »Velkomst« er forberedt og kan åbnes.',
    );
    expect(words({ type: 'nothingOpen' })).toEqual([
      'Der er ikke åbnet et punkt.',
      'En ejer af teamet, formandskabet eller jeres ordstyrer kan åbne et punkt i fanen MED-dialog.',
    ]);
  });

  it('leads to the digest, or says that it is not there', () => {
    const link = 'https://teams.microsoft.com/l/message/x/1';
    expect(words({ ...digest, link })).toEqual(['Den seneste opsamling er »Punkt 4« fra 14. maj.']);
    expect(linkOf({ ...digest, link })).toMatchObject([{ type: 'Action.OpenUrl', url: link }]);
    expect(words(digest)[0]).toContain('Opsamlingen ligger ikke i kanalen.');
    expect(linkOf(digest)).toMatchObject([{ url: TAB }]);
    expect(words({ type: 'noDigest' })).toEqual([expect.stringContaining('Der er ingen opsamling endnu.')]);
  });

  it('says what came of ending', () => {
    expect(words({ type: 'nothingToEnd' })).toEqual(['Der er ikke noget punkt at afslutte.']);
    expect(words({ type: 'notFacilitator', lead: 'Lone Krogh' })).toEqual([
      'Kun ordstyreren kan afslutte punktet. Det er Lone Krogh.',
    ]);
    expect(words({ type: 'ended', title: 'Punkt 4', digest: 'coming' })).toEqual([
      'Punktet »Punkt 4« er afsluttet.',
      'Opsamlingen bliver sendt til kanalen.',
    ]);
    expect(words({ type: 'ended', title: 'Punkt 4', digest: 'none' })[1]).toContain('ingen opsamling');
    expect(words({ type: 'notEnded', title: 'Punkt 4' })[0]).toBe('Punktet »Punkt 4« blev ikke afsluttet.');
  });

  it.each(HOSTILE)('shows %j as it was typed, and lets nobody read it as more', (typed) => {
    for (const answer of [
      { ...open, title: typed, lead: typed, round: { ...round, question: typed } },
      { ...digest, title: typed },
      { type: 'notFacilitator', lead: typed },
      { type: 'ended', title: typed, digest: 'coming' },
    ] satisfies CommandAnswer[])
      expect(inspect(card(answer))).toMatchObject({ problems: [], markdown: [], version: '1.5' });
  });

  it('keeps within what Teams takes', () => {
    const long = 'Å'.repeat(30_000);
    const answer = { ...open, title: long, lead: long, round: { ...round, question: long } };
    expect(inspect(card(answer)).bytes).toBeLessThanOrEqual(CARD_LIMIT);
    expect(card(answer).summary.length).toBeLessThan(400);
  });
});
