import type { CommitteeView, MaterialsView } from '#contract/responses';

export type { CommitteeView } from '#contract/responses';
export type ItemView = NonNullable<CommitteeView['item']>;
export type RoundView = NonNullable<ItemView['round']>;
export type AnswerView = RoundView['answers'][number];
export type PlannedView = ItemView['plan'][number];
export type PostView = RoundView['post'];
export type DialogueMaterial = MaterialsView['materials'][number];
export type Theme = DialogueMaterial['themes'][number];
