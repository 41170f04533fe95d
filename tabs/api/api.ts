import type { AnswerProposal, ChangeSetup, Chosen, SettlePost } from '#contract/requests';
import type {
  CommitteeView,
  HistoryView,
  MaterialsView,
  MineView,
  MinutesView,
  PeopleView,
  SetupView,
  TrialView,
} from '#contract/responses';
import { addresses } from './addresses.ts';
import type { Request } from './http.ts';

export type { Chosen, SettlePost } from '#contract/requests';

/** What the panel can do. `command` is made by the client for one thing somebody does and is the same for a repetition of it. */
export interface Api {
  view(committee: string): Promise<CommitteeView>;
  materials(committee: string): Promise<MaterialsView>;
  history(committee: string): Promise<HistoryView>;
  minutes(meeting: string): Promise<MinutesView>;
  /** The same as a Word document. */
  minutesDocument(meeting: string): Promise<Blob>;
  open(committee: string, command: string, item: NewItem): Promise<CommitteeView>;
  changePlan(meeting: string, command: string, plan: NewPlan): Promise<CommitteeView>;
  /** Begins to prepare the next item. */
  planItem(committee: string, command: string, item: NewItem): Promise<CommitteeView>;
  openPlanned(meeting: string, command: string, teamsMeeting: string | undefined): Promise<CommitteeView>;
  discardPlanned(meeting: string, command: string): Promise<CommitteeView>;
  /** Sends a question of the plan out beforehand. */
  sendAhead(meeting: string, command: string, question: string): Promise<CommitteeView>;
  /** Two minutes more. */
  extend(meeting: string, command: string, round: string): Promise<CommitteeView>;
  handOver(meeting: string, command: string, to: string): Promise<CommitteeView>;
  /** Without a person: nobody is *referent* any more. */
  appointScribe(meeting: string, command: string, scribe: string | undefined): Promise<CommitteeView>;
  showOnScreen(meeting: string, command: string, screen: 'question' | 'answers'): Promise<CommitteeView>;
  /** `said`: the person whose name stands there, if any; `over`: 0 for a new one. */
  roomAnswer(meeting: string, command: string, round: string, id: string, answer: RoomAnswer): Promise<CommitteeView>;
  /** `over`: revision of what stands there, as whoever deletes it sees it. */
  deleteRoomAnswer(meeting: string, command: string, round: string, id: string, over: number): Promise<CommitteeView>;
  people(committee: string, search: string): Promise<PeopleView>;
  setup(committee: string): Promise<SetupView>;
  changeSetup(committee: string, wish: ChangeSetup): Promise<SetupView>;
  answerProposal(committee: string, answer: AnswerProposal): Promise<SetupView>;
  put(meeting: string, command: string, question: string): Promise<CommitteeView>;
  skip(meeting: string, command: string, question: string, skipped: boolean): Promise<CommitteeView>;
  close(meeting: string, command: string, round: string): Promise<CommitteeView>;
  end(meeting: string, command: string): Promise<CommitteeView>;
  answer(meeting: string, command: string, round: string, answer: NewAnswer): Promise<CommitteeView>;
  deleteAnswer(meeting: string, command: string, round: string, over: number): Promise<CommitteeView>;
  mine(committee: string, after?: string): Promise<MineView>;
  /** Deletes one of the person's answers, by its key, wherever it was written. */
  deleteMine(meeting: string, command: string, round: string, answer: string): Promise<CommitteeView>;
  deleteAllMine(committee: string, command: string): Promise<CommitteeView>;
  /** What the person wrote to try the app. */
  trial(committee: string): Promise<TrialView>;
  saveTrial(committee: string, text: string): Promise<TrialView>;
  eraseTrial(committee: string, command: string): Promise<TrialView>;
  settle(meeting: string, post: string, saw: SettlePost): Promise<CommitteeView>;
}

export interface NewItem {
  readonly title: string;
  readonly material: string;
  readonly plan: Chosen[];
  readonly teamsMeeting?: string | undefined;
}

export interface NewAnswer {
  readonly text: string;
  /** Revision of the person's answer that they see, 0 for none. */
  readonly over: number;
  /** The wording of the side that the person chairs. */
  readonly onBehalf?: boolean;
}

export interface RoomAnswer {
  readonly text: string;
  readonly over: number;
  readonly said?: string;
  /** It was handed in on paper. */
  readonly on?: 'paper';
}

export interface NewPlan {
  readonly title?: string;
  /** What the item was called when this was begun. */
  readonly baseTitle?: string;
  /** The plan as it stood when this was begun. */
  readonly base: Chosen[];
  readonly material: string;
  readonly plan: Chosen[];
}

/** The contract, call by call. Answers are taken as the contract types them: our own server is not outside input. */
export function createApi(request: Request): Api {
  const send = async (...call: Parameters<Request>): Promise<CommitteeView> =>
    (await request(...call)) as CommitteeView;
  return {
    view: (committee) => send('GET', addresses.view(committee)),
    materials: async (committee) => (await request('GET', addresses.materials(committee))) as MaterialsView,
    history: async (committee) => (await request('GET', addresses.history(committee))) as HistoryView,
    minutes: async (meeting) => (await request('GET', addresses.minutes(meeting))) as MinutesView,
    minutesDocument: async (meeting) =>
      (await request('GET', `${addresses.minutes(meeting)}?form=docx`, undefined, 'file')) as Blob,
    open: (committee, command, item) => send('POST', addresses.meetings(committee), { command, ...item }),
    changePlan: (meeting, command, plan) => send('PUT', addresses.plan(meeting), { command, ...plan }),
    planItem: (committee, command, { title, material, plan }) =>
      send('POST', addresses.plans(committee), { command, title, material, plan }),
    openPlanned: (meeting, command, teamsMeeting) =>
      send('POST', addresses.opening(meeting), { command, ...(teamsMeeting !== undefined && { teamsMeeting }) }),
    discardPlanned: (meeting, command) =>
      send('DELETE', `${addresses.plan(meeting)}?command=${encodeURIComponent(command)}`),
    sendAhead: (meeting, command, question) => send('POST', addresses.ahead(meeting), { command, question }),
    extend: (meeting, command, round) => send('POST', addresses.extension(meeting, round), { command }),
    handOver: (meeting, command, to) => send('POST', addresses.lead(meeting), { command, to }),
    appointScribe: (meeting, command, scribe) =>
      send('POST', addresses.scribe(meeting), { command, ...(scribe !== undefined && { scribe }) }),
    showOnScreen: (meeting, command, screen) => send('POST', addresses.screen(meeting), { command, screen }),
    roomAnswer: (meeting, command, round, id, answer) =>
      send('PUT', addresses.roomAnswer(meeting, round, id), { command, ...answer }),
    deleteRoomAnswer: (meeting, command, round, id, over) =>
      send('DELETE', `${addresses.roomAnswer(meeting, round, id)}?command=${encodeURIComponent(command)}&over=${over}`),
    people: async (committee, search) =>
      (await request('GET', `${addresses.people(committee)}?search=${encodeURIComponent(search)}`)) as PeopleView,
    setup: async (committee) => (await request('GET', addresses.setup(committee))) as SetupView,
    changeSetup: async (committee, wish) => (await request('PUT', addresses.setup(committee), wish)) as SetupView,
    answerProposal: async (committee, answer) =>
      (await request('POST', addresses.proposal(committee), answer)) as SetupView,
    put: (meeting, command, question) => send('POST', addresses.rounds(meeting), { command, question }),
    skip: (meeting, command, question, skipped) =>
      send('POST', addresses.skips(meeting), { command, question, skipped }),
    close: (meeting, command, round) => send('POST', addresses.closing(meeting, round), { command }),
    end: (meeting, command) => send('POST', addresses.ending(meeting), { command }),
    answer: (meeting, command, round, answer) => send('PUT', addresses.answer(meeting, round), { command, ...answer }),
    deleteAnswer: (meeting, command, round, over) =>
      send('DELETE', `${addresses.answer(meeting, round)}?command=${encodeURIComponent(command)}&over=${over}`),
    mine: async (committee, after) => {
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
      return (await request('GET', `${addresses.mine(committee)}${query}`)) as MineView;
    },
    deleteMine: (meeting, command, round, answer) =>
      send('DELETE', `${addresses.mineAnswer(meeting, round, answer)}?command=${encodeURIComponent(command)}`),
    deleteAllMine: (committee, command) =>
      send('DELETE', `${addresses.mine(committee)}?command=${encodeURIComponent(command)}`),
    trial: async (committee) => (await request('GET', addresses.trial(committee))) as TrialView,
    saveTrial: async (committee, text) => (await request('PUT', addresses.trial(committee), { text })) as TrialView,
    eraseTrial: async (committee, command) =>
      (await request('DELETE', `${addresses.trial(committee)}?command=${encodeURIComponent(command)}`)) as TrialView,
    settle: (meeting, post, saw) => send('POST', addresses.settlement(meeting, post), saw),
  };
}
