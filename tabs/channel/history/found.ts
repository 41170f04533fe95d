import type { HistoryItem } from '../../api/views.ts';

/**
 * The items in whose title, themes, questions or *dagens vinkel* all of the words stand, whole or in part, whatever their
 * case; also in the questions that its digest names as skipped or not reached.
 * What people answered is not among what is searched: the history does not hold it.
 */
export function found(items: readonly HistoryItem[], words: string): readonly HistoryItem[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const searched = plain(
      [
        item.title,
        ...[...item.questions, ...(item.others ?? [])].flatMap(({ text = '', angle = '', theme }) => [
          text,
          angle,
          theme?.title ?? '',
        ]),
      ].join('\n'),
    );
    return wanted.every((word) => searched.includes(word));
  });
}

/** The same letters may be written as one character or two. */
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da');
