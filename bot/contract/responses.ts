import type { DialogueErrorCode } from '#dialogue/errors';
import type { HistoryView } from '#dialogue/historyView';
import type { DialogueMaterial } from '#dialogue/material';
import type { MineView } from '#dialogue/mine';
import type { CommitteeView } from '#dialogue/view';

export type { CommitteeView, HistoryView, MineView };

/** What the picker shows: loaded when it is opened. */
export interface MaterialsView {
  readonly materials: readonly DialogueMaterial[];
}

/** The draft of an ended item for the committee's minutes. */
export interface MinutesView {
  /** Plain text, in lines. */
  readonly text: string;
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
