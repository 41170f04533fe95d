const SENTENCE = /.+?(?:[.!?…]+(?=\s|$)|$)/gsu;

/** The sentences of a question, word for word, in order; abbreviations such as "fx" carry no stop in the material. */
export const sentencesOf = (question: string): readonly string[] =>
  [...question.matchAll(SENTENCE)].map(([sentence]) => sentence.trim()).filter((sentence) => sentence !== '');
