import type { Store } from '#usecases/ports';
import { createAnswerStore } from './answerStore.ts';
import { createCommitteeStore } from './committeeStore.ts';
import { createDueStore } from './dueStore.ts';
import { createMeetingStore } from './meetingStore.ts';
import { createPostStore } from './postStore.ts';
import type { Tables } from './tables.ts';
import { createTeamStore } from './teamStore.ts';
import { createThreadStore } from './threadStore.ts';

/**
 * The app's state in four tables. Everything that goes wrong with them comes as `Unavailable('store')`, a row that cannot
 * be read as `BrokenRow`.
 */
export const createStore = (tables: Tables): Store => ({
  ...createTeamStore(tables),
  ...createCommitteeStore(tables),
  ...createThreadStore(tables),
  ...createMeetingStore(tables),
  ...createAnswerStore(tables),
  ...createPostStore(tables),
  ...createDueStore(tables),
});
