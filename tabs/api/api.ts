import type { Chosen, SettlePost } from '#contract/requests';
import type { CommitteeView, HistoryView, MaterialsView, MineView, MinutesView } from '#contract/responses';
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
  put(meeting: string, command: string, question: string): Promise<CommitteeView>;
  skip(meeting: string, command: string, question: string, skipped: boolean): Promise<CommitteeView>;
  close(meeting: string, command: string, round: string): Promise<CommitteeView>;
  end(meeting: string, command: string): Promise<CommitteeView>;
  /** `over`: revision of the person's answer that they see, 0 for none. */
  answer(meeting: string, command: string, round: string, text: string, over: number): Promise<CommitteeView>;
  deleteAnswer(meeting: string, command: string, round: string): Promise<CommitteeView>;
  mine(committee: string): Promise<MineView>;
  /** Deletes one of the person's answers, by its key, wherever it was written. */
  deleteMine(meeting: string, command: string, round: string, answer: string): Promise<CommitteeView>;
  deleteAllMine(committee: string, command: string): Promise<CommitteeView>;
  settle(meeting: string, post: string, saw: SettlePost): Promise<CommitteeView>;
}

export interface NewItem {
  readonly title: string;
  readonly material: string;
  readonly plan: Chosen[];
  readonly teamsMeeting?: string | undefined;
}

export interface NewPlan {
  readonly revision: number;
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
    put: (meeting, command, question) => send('POST', addresses.rounds(meeting), { command, question }),
    skip: (meeting, command, question, skipped) =>
      send('POST', addresses.skips(meeting), { command, question, skipped }),
    close: (meeting, command, round) => send('POST', addresses.closing(meeting, round), { command }),
    end: (meeting, command) => send('POST', addresses.ending(meeting), { command }),
    answer: (meeting, command, round, text, over) =>
      send('PUT', addresses.answer(meeting, round), { command, text, over }),
    deleteAnswer: (meeting, command, round) =>
      send('DELETE', `${addresses.answer(meeting, round)}?command=${encodeURIComponent(command)}`),
    mine: async (committee) => (await request('GET', addresses.mine(committee))) as MineView,
    deleteMine: (meeting, command, round, answer) =>
      send('DELETE', `${addresses.mineAnswer(meeting, round, answer)}?command=${encodeURIComponent(command)}`),
    deleteAllMine: (committee, command) =>
      send('DELETE', `${addresses.mine(committee)}?command=${encodeURIComponent(command)}`),
    settle: (meeting, post, saw) => send('POST', addresses.settlement(meeting, post), saw),
  };
}
