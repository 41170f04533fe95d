import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';

export interface RoomToolsProps {
  readonly item: ItemView;
  readonly round: RoundView;
  /** Something that was said in the room. */
  readonly answer: AnswerView;
}
