/** Every way in which somebody's wish can be refused. Each has a sentence in the panel's texts (`error.<code>`). */
export type DialogueErrorCode =
  | 'MeetingAlreadyOpen'
  | 'MeetingNotFound'
  | 'MeetingEnded'
  | 'MeetingStillOpen'
  | 'PlanEmpty'
  | 'PlanTooLong'
  | 'PlanChanged'
  | 'TitleEmpty'
  | 'MinutesOutOfRange'
  | 'AngleTooLong'
  | 'MeetingNotOpen'
  | 'MeetingAlreadyPlanned'
  | 'SetupChanged'
  | 'SetupLocked'
  | 'ProposalWaiting'
  | 'ChairsSame'
  | 'ChairsMissing'
  | 'CommitteeTooLarge'
  | 'PersonNotMember'
  | 'NotChair'
  | 'MaterialUnknown'
  | 'QuestionUnknown'
  | 'QuestionTwice'
  | 'QuestionAlreadyPut'
  | 'QuestionSentAhead'
  | 'RoundStillOpen'
  | 'RoundNotFound'
  | 'RoundClosed'
  | 'AnswerEmpty'
  | 'AnswerNotFound'
  | 'AnswerChanged'
  | 'AnswerOnBehalf'
  | 'PostNotFound'
  | 'PostSettled'
  | 'LinkUnreadable'
  | 'CommitteeUnknown'
  | 'AppNotInstalled'
  | 'NotMember'
  | 'NotOpener'
  | 'NotKeeper'
  | 'NotRecorder'
  | 'NotFacilitator';

/**
 * A wish refused by the rules of the dialogue; nothing was changed. `detail` is for developers and holds no text of people;
 * `field`: the part of the wish that it is about, as a path (`members.3`).
 */
export class DialogueError extends Error {
  readonly code: DialogueErrorCode;
  readonly field: string | undefined;

  constructor(code: DialogueErrorCode, detail = '', field?: string) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'DialogueError';
    this.code = code;
    this.field = field;
  }
}
