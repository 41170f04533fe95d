import type { AnswerView } from '../../api/views.ts';

/** The client's own id of what was said in the room: its key in the view is this behind an `o`. */
export const roomIdOf = ({ id }: AnswerView): string => id.slice(1);
