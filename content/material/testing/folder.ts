import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, by path in it, which lasts as long as the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'material-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export const ABOUT_FILE = `---
title: Ro på arbejdet
publisher: Eksempel Kommune
language: da
source: Skrevet til denne prøve
---

## Formål

At prøve, om
et andet materiale kan læses.
`;

/** A theme's file. Front matter stands on lines 2 to 4, the direction on 9, the questions on 13 and 14. */
export function themeFile(number: number, slug: string, title: string): string {
  return `---
number: ${number}
title: ${title}
slug: ${slug}
---

## Vores fælles retning

Vi går til tiden.

## Hvad er det vigtigt, at MED drøfter, når det handler om ro?

1. Hvad giver ro hos os?
2. Hvad tager den?
`;
}
