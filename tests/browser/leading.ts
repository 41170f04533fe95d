import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { materials } from '#compiled/materials';
import type { Person } from '../support/person.ts';
import { panelWords } from '../support/words.ts';

const themes = materials[0]?.themes ?? [];

/** The name of a theme on screen, and the words of one of its questions; both count from 1. */
export function questionOf(theme: number, question: number): { readonly theme: string; readonly words: string } {
  const found = themes.find(({ number }) => number === theme);
  const words = found?.questions[question - 1]?.text;
  if (found === undefined || words === undefined) throw new Error(`the material has no question ${theme}/${question}`);
  return { theme: panelWords('theme', { number: theme, title: found.title }), words };
}

/** Chooses questions of one theme in the form for an item, in this order. */
export async function choose(person: Person, theme: number, questions: readonly number[]): Promise<void> {
  await person.app.getByText(questionOf(theme, 1).theme).click();
  for (const question of questions) {
    await person.app.getByRole('checkbox', { name: questionOf(theme, question).words }).check();
  }
}

/** Chooses somebody from the team for a seat of the committee. */
export async function seat(person: Person, what: 'setup.chair' | 'setup.deputy' | 'setup.leads', name: string) {
  await person.press(panelWords('setup.for', { what: panelWords('setup.choose'), where: panelWords(what) }));
  await person.press(name);
}

/** Opens an item with questions of one theme, from the page where none is open. */
export async function openItem(person: Person, title: string, theme: number, questions: readonly number[]) {
  await person.press(panelWords('open.begin'));
  await person.app.getByLabel(panelWords('open.title')).fill(title);
  await choose(person, theme, questions);
  await person.press(panelWords('open.confirm'));
  await person.app.getByRole('heading', { name: title }).waitFor();
}

/** Chooses something from the list behind ⋯. */
export async function chooseMore(
  person: Person,
  what: 'more.room' | 'more.scribe' | 'more.answers' | 'more.answers.names' | 'more.question' | 'lead.plan',
): Promise<void> {
  await person.press(panelWords('more'));
  await person.press(panelWords(what));
}

/** What a press gives to save: the file's name and what is in it. */
export async function savedBy(person: Person, press: () => Promise<void>) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), content: await readDownload(download) };
}

async function readDownload(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
