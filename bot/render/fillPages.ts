import { type AnswerBlock, answerElements, type Section } from './digestSections.ts';
import { bytesOf, type Pages } from './pages.ts';
import { cutAtWord } from './plainText.ts';

/** An answer of fewer bytes goes to the next page rather than being cut; a longer one fills the page first. */
const KEPT_WHOLE = 4 * 1024;
/** Room that must be left for an answer to begin on a page at all, in bytes. */
const WORTH_BEGINNING = 512;

type Outcome = 'whole' | 'overflow';

/**
 * Puts the sections on the pages, one after another, until all is there or the last page is full.
 * @param cut what ends an answer whose rest has no room on any page
 * @returns how many answers are there whole, and whether anything is missing
 */
export function fillPages(
  pages: Pages,
  sections: readonly Section[],
  cut: string,
): { readonly shown: number; readonly outcome: Outcome } {
  let shown = 0;
  for (const section of sections) {
    if (open(pages, section) === 'overflow') return { shown, outcome: 'overflow' };
    for (const answer of section.answers) {
      if (place(pages, section, answer, cut) === 'overflow') return { shown, outcome: 'overflow' };
      shown += 1;
    }
  }
  return { shown, outcome: 'whole' };
}

/** A question never stands at the foot of a page with all its answers on the next. */
function open(pages: Pages, section: Section): Outcome {
  const first = section.answers[0];
  const needed =
    bytesOf(section.opening) +
    (first === undefined ? 0 : Math.min(KEPT_WHOLE, bytesOf(answerElements(first.label, first.text, first.link))));
  if (needed <= pages.room()) pages.add(section.opening);
  else if (pages.last()) return 'overflow';
  else {
    pages.turn([...section.atTop, ...section.opening]);
  }
  return 'whole';
}

function place(pages: Pages, section: Section, { label, text, link }: AnswerBlock, cut: string): Outcome {
  let rest = text;
  for (;;) {
    const elements = answerElements(label, rest, link);
    const bytes = bytesOf(elements);
    if (bytes <= pages.room()) {
      pages.add(elements, bytes);
      return 'whole';
    }
    const keptWhole = rest === text && bytes <= KEPT_WHOLE;
    if (pages.last()) {
      if (!keptWhole) addBeginning(pages, label, rest, ` ${cut}`);
      return 'overflow';
    }
    if (pages.fresh() || (!keptWhole && pages.room() >= WORTH_BEGINNING)) rest = addBeginning(pages, label, rest, '');
    pages.turn(section.again);
  }
}

/** Adds as much of a text as the page has room for, and returns the rest. */
function addBeginning(pages: Pages, label: string, text: string, ending: string): string {
  const [kept, rest] = prefixThatFits(pages, label, text, ending);
  if (kept !== '') pages.add(answerElements(label, kept + ending));
  return rest;
}

/** The longest beginning of a text that has room on the page, ending between words. */
function prefixThatFits(pages: Pages, label: string, text: string, ending: string): readonly [string, string] {
  let fits = 0;
  let tooMany = text.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const bytes = bytesOf(answerElements(label, text.slice(0, middle) + ending));
    if (bytes <= pages.room()) fits = middle;
    else tooMany = middle;
  }
  return fits === 0 ? ['', text] : cutAtWord(text, fits);
}
