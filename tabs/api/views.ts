import type { CommitteeView, HistoryView, MaterialsView, MineView } from '#contract/responses';

export type { CommitteeView, HistoryView, MineView } from '#contract/responses';
export type ItemView = NonNullable<CommitteeView['item']>;
export type RoundView = NonNullable<ItemView['round']>;
export type AnswerView = RoundView['answers'][number];
export type PlannedView = ItemView['plan'][number];
export type MineAnswer = MineView['answers'][number];
export type PostView = RoundView['post'];
export type UnsettledView = ItemView['unsettled'][number];
export type DialogueMaterial = MaterialsView['materials'][number];
export type Theme = DialogueMaterial['themes'][number];
export type QuestionView = Theme['questions'][number];
export type HistoryItem = HistoryView['items'][number];
export type Taken = HistoryView['taken'][number];
export type NextView = NonNullable<CommitteeView['next']>;
