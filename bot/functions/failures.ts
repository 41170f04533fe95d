import type { ErrorCode } from '#contract/responses';
import { DialogueError, type DialogueErrorCode } from '#dialogue/errors';
import { PermissionMissing, TokenError, Unavailable } from '#usecases/ports';

/** What a request was refused for, before or beside the rules of the dialogue. */
export class RequestError extends Error {
  readonly code: 'InputInvalid' | 'InputTooLarge' | 'TooMany' | 'RouteUnknown' | 'Unavailable';
  readonly field: string | undefined;

  constructor(code: RequestError['code'], message: string, field?: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.field = field;
  }
}

/** The one translation of refusals into HTTP; a new code without a status does not compile. */
const STATUS = {
  MeetingAlreadyOpen: 409,
  MeetingNotFound: 404,
  MeetingEnded: 409,
  MeetingStillOpen: 409,
  PlanEmpty: 400,
  PlanTooLong: 400,
  PlanChanged: 412,
  TitleEmpty: 400,
  MinutesOutOfRange: 400,
  AngleTooLong: 400,
  MeetingNotOpen: 409,
  MeetingAlreadyPlanned: 409,
  SetupChanged: 412,
  SetupLocked: 409,
  ProposalWaiting: 409,
  ChairsSame: 400,
  ChairsMissing: 409,
  CommitteeTooLarge: 400,
  PersonNotMember: 400,
  NotChair: 403,
  MaterialUnknown: 404,
  QuestionUnknown: 404,
  QuestionTwice: 400,
  QuestionAlreadyPut: 409,
  QuestionSentAhead: 409,
  RoundStillOpen: 409,
  RoundNotFound: 404,
  RoundClosed: 409,
  AnswerEmpty: 400,
  AnswerNotFound: 404,
  AnswerChanged: 412,
  AnswerOnBehalf: 409,
  PostNotFound: 404,
  PostSettled: 409,
  LinkUnreadable: 400,
  CommitteeUnknown: 404,
  AppNotInstalled: 403,
  NotMember: 403,
  NotOpener: 403,
  NotKeeper: 403,
  NotRecorder: 403,
  NotFacilitator: 403,
  InputInvalid: 400,
  InputTooLarge: 413,
  TokenMissing: 401,
  TokenInvalid: 401,
  TenantForbidden: 403,
  TooMany: 429,
  RouteUnknown: 404,
  PermissionMissing: 503,
  Unavailable: 503,
  Unexpected: 500,
} as const satisfies Record<ErrorCode, number>;

export interface Failure {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
}

/** Where a refusal is about one field of the request. */
const FIELDS: Partial<Record<DialogueErrorCode, string>> = {
  AnswerEmpty: 'text',
  LinkUnreadable: 'link',
  PlanEmpty: 'plan',
  PlanTooLong: 'plan',
  QuestionTwice: 'plan',
  MinutesOutOfRange: 'plan',
  AngleTooLong: 'plan',
  TitleEmpty: 'title',
};

/** Translates whatever was thrown. What nobody foresaw says nothing of its cause to the caller. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DialogueError) return failure(error.code, error.message, error.field ?? FIELDS[error.code]);
  if (error instanceof RequestError) return failure(error.code, error.message, error.field);
  if (error instanceof TokenError) return failure(error.code, error.code);
  if (error instanceof PermissionMissing) return failure('PermissionMissing', error.message);
  if (error instanceof Unavailable) return failure('Unavailable', error.message);
  return failure('Unexpected', 'Something went wrong here.');
}

const failure = (code: ErrorCode, message: string, field?: string): Failure => ({
  status: STATUS[code],
  code,
  message,
  field,
});
