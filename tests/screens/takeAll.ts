import { availableParallelism } from 'node:os';
import type { Browser } from 'playwright-core';
import { type Job, type Taken, takeState } from './takeState.ts';
import { Window } from './Window.ts';
import { type Language, readWords } from './words.ts';

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

interface Setting {
  readonly browser: Browser;
  /** Where the tabs are served. */
  readonly url: string;
  /** Where pictures go; none are taken where left out. */
  readonly folder?: string;
  /** Gets what came of each job once it is done. */
  readonly done?: (taken: readonly Taken[]) => void;
}

/** Does all jobs, several at a time, and gives what came of them in the order of the jobs. */
export async function takeAll(setting: Setting, jobs: readonly Job[]): Promise<readonly Taken[]> {
  const left = jobs.entries();
  const results: (readonly Taken[])[] = [];
  const work = async (): Promise<void> => {
    const windows = new Map<Language, Promise<Window>>();
    for (const [index, job] of left) {
      const window = windows.get(job.language) ?? openWindow(setting, job.language);
      windows.set(job.language, window);
      const taken = await takeState(await window, job, setting.folder);
      results[index] = taken;
      setting.done?.(taken);
    }
    for (const window of windows.values()) await (await window).page.context().close();
  };
  // One more than there are processors: a page also waits.
  await Promise.all(Array.from({ length: Math.min(availableParallelism() + 1, jobs.length) }, work));
  return results.flat();
}

/** In a context of its own: what the device keeps, its clock and its language are not the other windows'. */
async function openWindow({ browser, url }: Setting, language: Language): Promise<Window> {
  const context = await browser.newContext({
    locale: LOCALES[language],
    // Of this process as well, which makes the moments that are told.
    timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return Window.open(context, { url, language, words: await readWords(language) });
}
