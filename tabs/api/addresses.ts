import type { addresses as contract } from '#contract/addresses';

const part = encodeURIComponent;
const meetingAt = (meeting: string): string => `/api/meetings/${part(meeting)}`;
const roundAt = (meeting: string, round: string): string => `${meetingAt(meeting)}/rounds/${part(round)}`;

/** The contract's addresses. Written again because the panel takes types alone from there; a test compares the two. */
export const addresses: typeof contract = {
  view: (committee) => `/api/committees/${part(committee)}/view`,
  materials: (committee) => `/api/committees/${part(committee)}/materials`,
  meetings: (committee) => `/api/committees/${part(committee)}/meetings`,
  plans: (committee) => `/api/committees/${part(committee)}/plans`,
  setup: (committee) => `/api/committees/${part(committee)}/setup`,
  proposal: (committee) => `/api/committees/${part(committee)}/setup/proposal`,
  people: (committee) => `/api/committees/${part(committee)}/people`,
  history: (committee) => `/api/committees/${part(committee)}/history`,
  minutes: (meeting) => `${meetingAt(meeting)}/minutes`,
  opening: (meeting) => `${meetingAt(meeting)}/opening`,
  ahead: (meeting) => `${meetingAt(meeting)}/ahead`,
  lead: (meeting) => `${meetingAt(meeting)}/lead`,
  scribe: (meeting) => `${meetingAt(meeting)}/scribe`,
  screen: (meeting) => `${meetingAt(meeting)}/screen`,
  extension: (meeting, round) => `${roundAt(meeting, round)}/extension`,
  roomAnswer: (meeting, round, id) => `${roundAt(meeting, round)}/room/${part(id)}`,
  plan: (meeting) => `${meetingAt(meeting)}/plan`,
  rounds: (meeting) => `${meetingAt(meeting)}/rounds`,
  closing: (meeting, round) => `${roundAt(meeting, round)}/closing`,
  skips: (meeting) => `${meetingAt(meeting)}/skips`,
  ending: (meeting) => `${meetingAt(meeting)}/ending`,
  answer: (meeting, round) => `${roundAt(meeting, round)}/answer`,
  mine: (committee) => `/api/committees/${part(committee)}/mine`,
  mineAnswer: (meeting, round, answer) => `${roundAt(meeting, round)}/mine/${part(answer)}`,
  trial: (committee) => `/api/committees/${part(committee)}/trial`,
  settlement: (meeting, post) => `${meetingAt(meeting)}/posts/${part(post)}/settlement`,
};
