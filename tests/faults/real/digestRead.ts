/** What a digest must have in it. */
export interface Known {
  readonly text: string;
  /** What stands over it, or a part of that: how it came, and whose it is. */
  readonly label: string;
}

/** What is not as it should be in a digest, whose words are given a line a block: each answer once, under its label. */
export function problemsIn(said: string, known: ReadonlyMap<string, Known>): readonly string[] {
  const lines = said.split('\n');
  return [...known].flatMap(([name, { text, label }]) => {
    const places = lines.flatMap((line, index) => (line.includes(text) ? [index] : []));
    const [place] = places;
    if (place === undefined) return [`not in the digest: ${name}`];
    if (places.length > 1) return [`${places.length} times in the digest: ${name}`];
    return (lines[place - 1] ?? '').includes(label) ? [] : [`not under its label in the digest: ${name}`];
  });
}
