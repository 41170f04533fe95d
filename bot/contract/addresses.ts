import type { CommitteeId, MeetingId, RoundId } from '#dialogue/ids';

const part = encodeURIComponent;
const meetingAt = (meeting: MeetingId): string => `/api/meetings/${part(meeting)}`;
const roundAt = (meeting: MeetingId, round: RoundId): string => `${meetingAt(meeting)}/rounds/${part(round)}`;

/** Where each thing is done. The patterns of the same addresses stand in `functions/routes.ts`; a test holds them together. */
export const addresses = {
  /** GET → CommitteeView, with ETag. */
  view: (committee: CommitteeId): string => `/api/committees/${part(committee)}/view`,
  /** GET → MaterialsView. */
  materials: (committee: CommitteeId): string => `/api/committees/${part(committee)}/materials`,
  /** POST OpenMeeting → 201 CommitteeView. */
  meetings: (committee: CommitteeId): string => `/api/committees/${part(committee)}/meetings`,
  /** POST PlanItem → 201 CommitteeView. */
  plans: (committee: CommitteeId): string => `/api/committees/${part(committee)}/plans`,
  /** GET → SetupView. PUT ChangeSetup → SetupView. */
  setup: (committee: CommitteeId): string => `/api/committees/${part(committee)}/setup`,
  /** POST AnswerProposal → SetupView. */
  proposal: (committee: CommitteeId): string => `/api/committees/${part(committee)}/setup/proposal`,
  /** GET → PeopleView, with `?search=`. */
  people: (committee: CommitteeId): string => `/api/committees/${part(committee)}/people`,
  /** GET → HistoryView. */
  history: (committee: CommitteeId): string => `/api/committees/${part(committee)}/history`,
  /** GET → MinutesView, with `?form=docx` a Word document; of an item that has ended. */
  minutes: (meeting: MeetingId): string => `${meetingAt(meeting)}/minutes`,
  /** POST OpenPlanned → CommitteeView. */
  opening: (meeting: MeetingId): string => `${meetingAt(meeting)}/opening`,
  /** POST PutQuestion: sends it out beforehand → 201 CommitteeView. */
  ahead: (meeting: MeetingId): string => `${meetingAt(meeting)}/ahead`,
  /** POST HandOver → CommitteeView. */
  lead: (meeting: MeetingId): string => `${meetingAt(meeting)}/lead`,
  /** POST AppointScribe → CommitteeView. */
  scribe: (meeting: MeetingId): string => `${meetingAt(meeting)}/scribe`,
  /** POST ShowOnScreen → CommitteeView. */
  screen: (meeting: MeetingId): string => `${meetingAt(meeting)}/screen`,
  /** POST JustCommand: two minutes more → CommitteeView. */
  extension: (meeting: MeetingId, round: RoundId): string => `${roundAt(meeting, round)}/extension`,
  /** PUT WriteRoomAnswer → 201 CommitteeView. DELETE with `?command=` → CommitteeView. The id is the client's. */
  roomAnswer: (meeting: MeetingId, round: RoundId, id: string): string => `${roundAt(meeting, round)}/room/${part(id)}`,
  /** PUT ChangePlan → CommitteeView. DELETE with `?command=`, while the item is being prepared → CommitteeView. */
  plan: (meeting: MeetingId): string => `${meetingAt(meeting)}/plan`,
  /** POST PutQuestion → 201 CommitteeView. */
  rounds: (meeting: MeetingId): string => `${meetingAt(meeting)}/rounds`,
  /** POST JustCommand → CommitteeView. */
  closing: (meeting: MeetingId, round: RoundId): string => `${roundAt(meeting, round)}/closing`,
  /** POST SkipQuestion → CommitteeView. */
  skips: (meeting: MeetingId): string => `${meetingAt(meeting)}/skips`,
  /** POST JustCommand → CommitteeView. */
  ending: (meeting: MeetingId): string => `${meetingAt(meeting)}/ending`,
  /** PUT WriteAnswer → 201 CommitteeView. DELETE with `?command=` → CommitteeView. */
  answer: (meeting: MeetingId, round: RoundId): string => `${roundAt(meeting, round)}/answer`,
  /** GET → MineView. DELETE with `?command=`: all answers of whoever asks → CommitteeView. */
  mine: (committee: CommitteeId): string => `/api/committees/${part(committee)}/mine`,
  /** DELETE with `?command=`: one answer of whoever asks, by its key, wherever it was written → CommitteeView. */
  mineAnswer: (meeting: MeetingId, round: RoundId, answer: string): string =>
    `${roundAt(meeting, round)}/mine/${part(answer)}`,
  /** GET → TrialView. PUT WriteTrial → 201 TrialView. DELETE with `?command=` → TrialView. Only ever the caller's own. */
  trial: (committee: CommitteeId): string => `/api/committees/${part(committee)}/trial`,
  /** POST SettlePost → CommitteeView. */
  settlement: (meeting: MeetingId, post: string): string => `${meetingAt(meeting)}/posts/${part(post)}/settlement`,
};
