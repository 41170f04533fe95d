import type { CommitteeView } from '../api/views.ts';

/** Where the dialogue is: another text with each of its steps, and the same while answers come. */
export const momentOf = ({ item }: CommitteeView): string =>
  JSON.stringify([item?.id, item?.status, item?.plan, item?.round?.id, item?.round?.status]);
