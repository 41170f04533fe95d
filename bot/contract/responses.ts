import type { DialogueErrorCode } from '#dialogue/errors';
import type { HistoryView } from '#dialogue/historyView';
import type { Instant } from '#dialogue/instant';
import type { DialogueMaterial, Question, Theme } from '#dialogue/material';
import type { Person } from '#dialogue/meeting';
import type { SetupView } from '#dialogue/setupView';
import type { MineView } from '#dialogue/mine';
import type { Trial } from '#dialogue/trial';
import type { CommitteeView } from '#dialogue/view';

export type { CommitteeView, HistoryView, MineView, SetupView };

/** A question with its sentences, of which one alone can be chosen. */
export interface QuestionView extends Question {
  readonly sentences: readonly string[];
}

export interface ThemeView extends Omit<Theme, 'questions'> {
  readonly questions: readonly QuestionView[];
}

export interface MaterialView extends Omit<DialogueMaterial, 'themes'> {
  readonly themes: readonly ThemeView[];
}

/** What the picker shows: loaded when it is opened. */
export interface MaterialsView {
  readonly materials: readonly MaterialView[];
}

/** People of the team by name, at most `PEOPLE_LIMIT`; `total`: how many are in the team. */
export interface PeopleView {
  readonly people: readonly Person[];
  readonly total: number;
}

/** The draft of an ended item for the committee's minutes. */
export interface MinutesView {
  /** Plain text, in lines. */
  readonly text: string;
}

/** What the caller has written to try the app, while it is there; `erasedAt`: when it was deleted just now. */
export interface TrialView {
  readonly trial?: Trial | undefined;
  readonly erasedAt?: Instant | undefined;
}

export type ErrorCode =
  | DialogueErrorCode
  | 'InputInvalid'
  | 'InputTooLarge'
  | 'TokenMissing'
  | 'TokenInvalid'
  | 'TenantForbidden'
  | 'TooMany'
  | 'RouteUnknown'
  | 'PermissionMissing'
  | 'Unavailable'
  | 'Unexpected';

/** Every answer that is not the wanted one. `message` is English and for developers; people read `error.<code>`. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  /** The part of the request that was wrong, as a path (`plan.0.own`). */
  readonly field?: string | undefined;
  /** Where somebody was first: how things stand now. */
  readonly view?: CommitteeView | undefined;
}
