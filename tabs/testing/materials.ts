import type { DialogueMaterial } from '../api/views.ts';

/** A small material: two themes with two questions each. */
export const aMaterial: DialogueMaterial = {
  slug: 'proeve',
  title: 'Prøvemateriale',
  publisher: 'Lærkeby',
  language: 'da',
  purpose: '',
  source: '',
  themes: [1, 2].map((number) => ({
    slug: `tema-${number}`,
    number,
    title: `Tema ${number}`,
    direction: [],
    heading: `Hvad er vigtigt i tema ${number}?`,
    questions: [1, 2].map((place) => ({
      id: `${number}/${place}`,
      text: `Spørgsmål ${place} i tema ${number}?`,
      points: [],
      sentences: [`Spørgsmål ${place} i tema ${number}?`],
    })),
    references: [],
  })),
};
