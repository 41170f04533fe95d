import type { Digest, DigestAnswer, DigestQuestion } from '#dialogue/digest';

export const said = (text: string | undefined, more: Partial<DigestAnswer> = {}): DigestAnswer => ({
  name: 'Anna Holm',
  text,
  source: 'thread',
  late: false,
  ...more,
});

export const asked = (more: Partial<DigestQuestion> = {}): DigestQuestion => ({
  text: 'Hvordan styrker vi den gode velkomst?',
  theme: { number: 3, title: 'En attraktiv arbejdsplads', direction: [] },
  status: 'put',
  answers: [said('En fast makker')],
  people: 1,
  unnamed: 0,
  tooFew: false,
  checked: true,
  readBack: 'complete',
  ...more,
});

export const talked = (questions: readonly DigestQuestion[], more: Partial<Digest> = {}): Digest => ({
  title: 'Velkomst',
  date: '2026-05-14T08:31:00.000Z',
  names: 'shown',
  questions,
  answers: questions.flatMap(({ answers }) => answers).length,
  ...more,
});
