import type { DialogueMaterial, Theme } from '../shape.ts';

/**
 * The kit as a list of blocks: `# heading`, `1. question`, `- point or reference`, or text. Wrapped lines and the
 * paragraphs of one text are joined; the level of a heading and the blanks around a line are dropped. Nothing else is, so
 * that two equal lists mean equal texts from the first word to the last.
 */
export function kitBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  for (const raw of markdown.split('\n')) {
    const line = collapse(raw).replace(/^#+ /u, '# ');
    const last = blocks.at(-1);
    if (line === '') continue;
    const continues = last !== undefined && !last.startsWith('# ') && !/^(# |\d+\. |- )/u.test(line);
    if (continues) blocks[blocks.length - 1] = `${last} ${line}`;
    else blocks.push(line);
  }
  return blocks;
}

/** What is served, as the blocks that the kit has for it, with its themes in the kit's order. */
export function servedAsKit(material: DialogueMaterial, order: readonly number[], council: string): string[] {
  return order.flatMap((number) => {
    const theme = material.themes.find((candidate) => candidate.number === number);
    return theme === undefined ? [] : themeAsKit(material, theme, council);
  });
}

function themeAsKit(material: DialogueMaterial, theme: Theme, council: string): string[] {
  return [
    `# ${material.title} - ${theme.title}`,
    '# Vores fælles retning',
    theme.direction.join(' '),
    `# ${theme.heading}`,
    ...theme.questions.flatMap(({ id, text, points }) => [
      `${id.replace(`${theme.number}/`, '')}. ${text}`,
      ...points.map((point) => `- ${point}`),
    ]),
    // A reference is the kit's unless the council paper has its name.
    ...theme.references.filter(({ title }) => !councilNames(council, title)).map(({ title }) => `- ${title}`),
  ];
}

/** The references that the council paper has the name of, each with its theme's number. */
export function relatedByCouncil(material: DialogueMaterial, council: string): [number, string][] {
  return material.themes.flatMap(({ number, references }) =>
    references
      .filter(({ title }) => councilNames(council, title))
      .map(({ title }): [number, string] => [number, title]),
  );
}

/** Whether the council paper has these words, a capital at the beginning aside. */
function councilNames(council: string, title: string): boolean {
  const text = unwrapCouncil(council);
  return text.includes(title) || text.includes(title.charAt(0).toLowerCase() + title.slice(1));
}

/** The council paper's themes as `1) title` and text, in its order: from the first theme to what follows the last. */
export function councilBlocks(text: string): string[] {
  const from = text.search(/^1\) /mu);
  const to = text.indexOf('Dialogmaterialet er den 14. oktober udsendt');
  return text
    .slice(from, to)
    .split(/^(\d\) .*)$/mu)
    .map(unwrapCouncil)
    .filter((block) => block !== '');
}

export function servedAsCouncil(material: DialogueMaterial): string[] {
  return material.themes.flatMap(({ number, title, direction }) => [`${number}) ${title}`, direction.join(' ')]);
}

/**
 * The paper was taken from print: each line ends with its own blank, except where a word is broken ("skole-" at the
 * end of a line), so joining the lines needs no rule about hyphens.
 */
export function unwrapCouncil(text: string): string {
  return collapse(text.replaceAll('\n', ''));
}

function collapse(text: string): string {
  return text.replace(/[ \t]+/gu, ' ').trim();
}
