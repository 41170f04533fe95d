/** What a dialogue material is once it is loaded. No code here, so that the compiled module needs no package. */
export interface DialogueMaterial {
  /** Name of the material's folder. */
  slug: string;
  title: string;
  publisher: string;
  /** What it is written in, as BCP 47 names languages: `da`. */
  language: string;
  /** One paragraph: what the material is for. */
  purpose: string;
  /** One line: where the texts come from. */
  source: string;
  /** In order, numbered 1, 2, 3 … */
  themes: readonly Theme[];
}

export interface Theme {
  slug: string;
  number: number;
  title: string;
  /** "Vores fælles retning", a string a paragraph, at least one. */
  direction: readonly string[];
  /** The line over the questions: "Hvad er det vigtigt, at MED drøfter, …?" */
  heading: string;
  /** At least one. */
  questions: readonly Question[];
  references: readonly Reference[];
}

export interface Question {
  /** `theme number/question number`, as in `3/1`. */
  id: string;
  text: string;
  points: readonly string[];
}

/** A related policy. `url` is the municipality's own https link, absent until somebody fills it in. */
export interface Reference {
  title: string;
  url?: string;
}
