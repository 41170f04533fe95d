import type { Counts } from './counts.ts';

interface Judged {
  readonly counts: Counts;
  readonly problems: string[];
}

/** A post must stand in the channel once, and as it should be. `found`: what stands there for it. */
export function standsOnce<Seen>(
  judged: Judged,
  found: readonly Seen[],
  name: string,
  isRight: (seen: Seen) => boolean,
): void {
  const { posts } = judged.counts;
  posts.due += 1;
  if (found.length > 0) posts.made += 1;
  else {
    posts.missing += 1;
    judged.problems.push(`missing: ${name}`);
  }
  standsNotTwice(judged, found.length, name);
  if (!found.every(isRight)) judged.problems.push(`not as it should be: ${name}`);
}

export function standsNotTwice({ counts, problems }: Judged, times: number, name: string): void {
  if (times < 2) return;
  counts.posts.doubled += times - 1;
  problems.push(`stands ${times} times: ${name}`);
}
