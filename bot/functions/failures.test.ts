import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/responses';
import { DialogueError, type DialogueErrorCode } from '#dialogue/errors';
import { PermissionMissing, TokenError, Unavailable } from '#usecases/ports';
import { failureOf, RequestError } from './failures.ts';

const refused = (code: DialogueErrorCode): Error => new DialogueError(code, 'detail');

/** Every code, how it comes about, and its status. */
const CASES: Readonly<Record<ErrorCode, readonly [error: unknown, status: number, field?: string]>> = {
  MeetingAlreadyOpen: [refused('MeetingAlreadyOpen'), 409],
  MeetingNotFound: [refused('MeetingNotFound'), 404],
  MeetingEnded: [refused('MeetingEnded'), 409],
  MeetingStillOpen: [refused('MeetingStillOpen'), 409],
  PlanEmpty: [refused('PlanEmpty'), 400, 'plan'],
  PlanTooLong: [refused('PlanTooLong'), 400, 'plan'],
  PlanChanged: [refused('PlanChanged'), 412],
  MaterialUnknown: [refused('MaterialUnknown'), 404],
  ProposalWaiting: [refused('ProposalWaiting'), 409],
  QuestionUnknown: [refused('QuestionUnknown'), 404],
  QuestionTwice: [refused('QuestionTwice'), 400, 'plan'],
  QuestionAlreadyPut: [refused('QuestionAlreadyPut'), 409],
  RoundStillOpen: [refused('RoundStillOpen'), 409],
  RoundNotFound: [refused('RoundNotFound'), 404],
  RoundClosed: [refused('RoundClosed'), 409],
  AnswerEmpty: [refused('AnswerEmpty'), 400, 'text'],
  AnswerNotFound: [refused('AnswerNotFound'), 404],
  AnswerChanged: [refused('AnswerChanged'), 412],
  AnswerOnBehalf: [refused('AnswerOnBehalf'), 409],
  PostNotFound: [refused('PostNotFound'), 404],
  PostSettled: [refused('PostSettled'), 409],
  LinkUnreadable: [refused('LinkUnreadable'), 400, 'link'],
  CommitteeUnknown: [refused('CommitteeUnknown'), 404],
  AppNotInstalled: [refused('AppNotInstalled'), 403],
  NotMember: [refused('NotMember'), 403],
  NotOpener: [refused('NotOpener'), 403],
  NotKeeper: [refused('NotKeeper'), 403],
  QuestionSentAhead: [refused('QuestionSentAhead'), 409],
  NotRecorder: [refused('NotRecorder'), 403],
  NotChair: [refused('NotChair'), 403],
  TitleEmpty: [refused('TitleEmpty'), 400, 'title'],
  MinutesOutOfRange: [refused('MinutesOutOfRange'), 400, 'plan'],
  AngleTooLong: [refused('AngleTooLong'), 400, 'plan'],
  MeetingNotOpen: [refused('MeetingNotOpen'), 409],
  MeetingAlreadyPlanned: [refused('MeetingAlreadyPlanned'), 409],
  SetupChanged: [refused('SetupChanged'), 412],
  SetupLocked: [refused('SetupLocked'), 409],
  ChairsSame: [refused('ChairsSame'), 400],
  ChairsMissing: [refused('ChairsMissing'), 409],
  CommitteeTooLarge: [refused('CommitteeTooLarge'), 400],
  PersonNotMember: [new DialogueError('PersonNotMember', '', 'members.1'), 400, 'members.1'],
  NotFacilitator: [refused('NotFacilitator'), 403],
  InputInvalid: [new RequestError('InputInvalid', 'wrong', 'plan.0.own'), 400, 'plan.0.own'],
  InputTooLarge: [new RequestError('InputTooLarge', 'large'), 413],
  TooMany: [new RequestError('TooMany', 'many'), 429],
  RouteUnknown: [new RequestError('RouteUnknown', 'unknown'), 404],
  TokenMissing: [new TokenError('TokenMissing'), 401],
  TokenInvalid: [new TokenError('TokenInvalid', 'detail'), 401],
  TenantForbidden: [new TokenError('TenantForbidden'), 403],
  PermissionMissing: [new PermissionMissing('graph'), 503],
  Unavailable: [new Unavailable('store', new Error('secret')), 503],
  Unexpected: [new TypeError('secret'), 500],
};

describe('a failure', () => {
  it.each(Object.entries(CASES))('%s has its own code and status', (code, [error, status, field]) => {
    const { message, ...rest } = failureOf(error);
    expect(rest).toEqual({ status, code, field });
    expect(message).toMatch(/\S/);
  });

  it('is told apart by its status: what is wrong, who is not known, who may not, what is not there, who was first', () => {
    const statuses = new Set(Object.values(CASES).map(([, status]) => status));
    expect([...statuses].sort()).toEqual([400, 401, 403, 404, 409, 412, 413, 429, 500, 503]);
  });

  it.each([new TypeError('secret'), new Unavailable('store', new Error('secret')), 'secret', undefined, { secret: 1 }])(
    'that nobody foresaw says nothing of its cause (%s)',
    (error) => {
      const failure = failureOf(error);
      expect(failure.status).toBeGreaterThanOrEqual(500);
      expect(JSON.stringify(failure)).not.toContain('secret');
    },
  );

  it('of a token says nothing about what was wrong with it', () => {
    expect(failureOf(new TokenError('TokenInvalid', 'ERR_JWS_SIGNATURE')).message).toBe('TokenInvalid');
  });
});
