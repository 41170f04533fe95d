import type { Post } from '#dialogue/post';

/** How many can read along, and how many the committee has listed: as it was noted in the post's row when it was promised. */
export function readersOf({ about }: Pick<Post, 'about'>): {
  readonly readers: number | undefined;
  readonly listed: number | undefined;
} {
  const { readers, listed } = about ?? {};
  return { readers: countOf(readers), listed: countOf(listed) };
}

const countOf = (number: string | undefined): number | undefined => (number === undefined ? undefined : Number(number));
