import type { QuestionId } from './ids.ts';

/** A text that committees talk from: one or more themes, with its publisher and source. */
export interface DialogueMaterial {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  /** What it is written in, as BCP 47 names languages: `da`. */
  readonly language: string;
  readonly purpose: string;
  readonly source: string;
  readonly themes: readonly Theme[];
}

export interface Theme {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  /** *Vores fælles retning*, a text a paragraph. */
  readonly direction: readonly string[];
  /** *Hvad er det vigtigt, at MED drøfter …?* */
  readonly heading: string;
  readonly questions: readonly Question[];
  readonly references: readonly Reference[];
}

export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
}

export interface Reference {
  readonly title: string;
  readonly url?: string | undefined;
}
