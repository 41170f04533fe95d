import type { CommitteeView } from '../api/views.ts';

/** Where the dialogue is: another text with each of its steps, and the same while answers come. */
export const momentOf = ({ item }: CommitteeView): string =>
  [item?.id, item?.status, item?.planRevision, item?.round?.id, item?.round?.status].join(' ');
