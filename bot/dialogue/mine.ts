import { type Answer, isEdited, isLate, isLiving, ownKey, type Seen } from './answer.ts';
import type { CommitteeId, MeetingId, PersonId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import { askedIn, type Meeting, type Person, roundOf } from './meeting.ts';
import { aheadPostKey, type Post, questionPostKey } from './post.ts';
import type { Seat } from './setup.ts';
import type { Trial } from './trial.ts';
import { type ChannelAddress, postView } from './postView.ts';

/** Where an answer of somebody's own stands: what it was an answer to, and when it was given. */
interface Given {
  /** Title of the item. */
  readonly item: string;
  readonly question: string;
  /** What the question is written in, where that is known: it is of the material. */
  readonly language?: string | undefined;
  readonly source: Answer['source'];
  readonly postedAt: Instant;
}

/** An answer, told to whoever gave it and to nobody else. */
export interface MineAnswer extends Given {
  /** Meeting, round and key name the answer that is to be deleted. */
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly key: Answer['key'];
  /** Absent where Teams changed or brought back a message without telling its text. */
  readonly text?: string | undefined;
  readonly editedAt?: Instant | undefined;
  readonly late: boolean;
  /** Who wrote it down, where it was said in the room, and that it was handed in on paper. */
  readonly writtenBy?: string | undefined;
  readonly paper?: true | undefined;
  /** Leads to the question's thread in Teams, where it stands there. */
  readonly link?: string | undefined;
}

/** What is left of an answer that was deleted: that it was given, and when. */
export interface MineTrace extends Given {
  readonly deletedAt: Instant;
}

interface Task {
  readonly item: string;
  readonly openedAt: Instant;
}

/** Everything of one person in one item. */
export interface MineInItem {
  readonly answers: readonly MineAnswer[];
  readonly deleted: readonly MineTrace[];
  /** The item, where this person led it, or put a question of it before somebody else took over. */
  readonly led: readonly Task[];
  /** The item, where this person is, or was last, its *referent*, or stands as who wrote down what another said. */
  readonly wroteDown: readonly Task[];
  /** Teams' own ids of the person, kept with what the bot posted on their behalf. */
  readonly teamsIds: readonly string[];
}

/** What is stored about one person in a committee's items, newest first: all of it, or as many items as are told at once. */
export interface MineView extends MineInItem {
  readonly committee: { readonly id: CommitteeId; readonly name: string };
  readonly person: Person;
  readonly readAt: Instant;
  /** What the person wrote to try the app, while it is there. */
  readonly trial?: Trial | undefined;
  /** Where the person stands on the committee's own list, and what of them waits for both chairs. */
  readonly listed: readonly Seat[];
  /** What the person wrote in a thread that is not known yet: an answer when its question is settled, else deleted. */
  readonly waiting: readonly Pick<Seen, 'text' | 'postedAt'>[];
  /** The welcome in the channel says that this person added the app to the team. */
  readonly installed: boolean;
  /** Items that were looked through, newest first. */
  readonly items: number;
  /** The last of them, where there are older ones: reading goes on after it. */
  readonly older?: MeetingId | undefined;
}

/** Whether an answer is somebody's: its author, or, where no author is kept with it, its key. */
export const isMine = (answer: Pick<Answer, 'key' | 'author'>, person: PersonId): boolean =>
  answer.author?.person === person || answer.key === ownKey(person);

/** Whether deleting would take anything away. Of a reply that was deleted in Teams its author is still kept. */
export const isErasable = (answer: Answer, person: PersonId): boolean =>
  isMine(answer, person) && (answer.source === 'own' ? isLiving(answer) : answer.life !== 'forgotten');

/** What was not written in panel or card, erased for good: no text, no author, and nothing seen later brings it back. */
export const forgotten = <T extends Seen>(seen: T, at: Instant): T => ({
  ...seen,
  life: 'forgotten',
  text: undefined,
  author: undefined,
  writtenBy: undefined,
  at,
});

/** Finds what is somebody's in an item; nothing of anybody else is in it. */
export function mineIn(
  { meeting, answers, posts }: { meeting: Meeting; answers: readonly Answer[]; posts: readonly Post[] },
  person: PersonId,
  address: ChannelAddress,
): MineInItem {
  const task = { item: meeting.title, openedAt: meeting.openedAt };
  const mine = answers
    .filter((answer) => isMine(answer, person))
    .toSorted((left, right) => right.postedAt.localeCompare(left.postedAt));
  const echoes = posts.filter((post) => post.kind === 'echo' && post.person === person);
  return {
    answers: mine.filter(isLiving).map((answer) => mineAnswer(meeting, answer, posts, address)),
    deleted: mine
      .filter((answer) => !isLiving(answer))
      .map((answer) => ({ ...given(meeting, answer), deletedAt: answer.at })),
    led: hasLed(meeting, person) ? [task] : [],
    wroteDown: hasWritten(meeting, answers, person) ? [task] : [],
    teamsIds: [...new Set(echoes.flatMap(({ about }) => about?.['mri'] ?? []))],
  };
}

const hasLed = ({ lead, rounds }: Meeting, person: PersonId): boolean =>
  lead.person === person || rounds.some(({ putById }) => putById === person);

const hasWritten = ({ scribe }: Meeting, answers: readonly Answer[], person: PersonId): boolean =>
  scribe?.person === person || answers.some(({ writtenBy }) => writtenBy?.person === person);

function given(meeting: Meeting, { round: id, source, postedAt }: Answer): Given {
  const asked = askedIn(meeting, id);
  const { language } = meeting.themes.find(({ number }) => number === asked?.theme) ?? {};
  return { item: meeting.title, question: asked?.text ?? '', language, source, postedAt };
}

function mineAnswer(meeting: Meeting, answer: Answer, posts: readonly Post[], address: ChannelAddress): MineAnswer {
  const round = roundOf(meeting, answer.round);
  const post =
    posts.find(({ key }) => key === questionPostKey(answer.round)) ??
    posts.find(({ key }) => key === aheadPostKey(answer.round));
  return {
    ...given(meeting, answer),
    meeting: meeting.id,
    round: answer.round,
    key: answer.key,
    text: answer.text,
    editedAt: isEdited(answer) ? answer.at : undefined,
    late: round !== undefined && isLate(answer, round),
    writtenBy: answer.writtenBy?.name,
    paper: answer.paper,
    link: post && postView(meeting, post, address).link,
  };
}
