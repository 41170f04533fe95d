import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, string>;

/** As `usecases/keys.ts` has it. */
const OPENERS = {
  da: [/ejer/, /formand/, /næstformand/, /den faste ordstyrer/],
  en: [/owner/, /the chair,/, /the deputy chair/, /the regular facilitator/],
};

it.each([
  ['panel', 'da', 'nothing.member'],
  ['panel', 'en', 'nothing.member'],
  ['facilitator', 'da', 'error.NotOpener'],
  ['facilitator', 'en', 'error.NotOpener'],
] as const)('leaves out nobody who may open an item: %s.%s, %s', (part, language, key) => {
  const words = read(`${part}.${language}.json`)[key];
  for (const opener of OPENERS[language]) expect(words).toMatch(opener);
});

it.each([
  { language: 'da', unsaved: /ikke gemt/, lost: /kassér/i },
  { language: 'en', unsaved: /not saved/, lost: /discard/i },
])('says of a plan that was begun earlier that it is not saved, and what is thrown away ($language)', (of) => {
  const words = read(`plan.${of.language}.json`);
  expect(words['prepare.restored']).toMatch(of.unsaved);
  expect(words['prepare.again.stored']).toMatch(of.lost);
});
