import type { Command } from '#dialogue/commands';
import { DialogueError, type DialogueErrorCode } from '#dialogue/errors';
import { threadLink } from '#dialogue/link';
import { askedIn, type Meeting } from '#dialogue/meeting';
import { type UnsettledView, unsettledOf } from '#dialogue/postView';
import { lead } from '#usecases/lead';
import { settlePost } from '#usecases/settlePost';
import { COMMITTEE, GROUP, memberOf, TENANT } from './activities.ts';
import { type App, type Surroundings, told } from './app.ts';
import type { Standing } from './teamsChannel.ts';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'at' | 'by' | 'ledBy'> : never) : never;

/** Why a press may be refused: somebody else was first. */
const OVERTAKEN: readonly DialogueErrorCode[] = [
  'NotFacilitator',
  'QuestionAlreadyPut',
  'QuestionSentAhead',
  'RoundStillOpen',
  'RoundClosed',
  'MeetingEnded',
];

/** Those who lead an item: they press, sometimes twice and sometimes two of them, and settle what nobody knows about. */
export class Facilitator {
  /** How many presses and looks are under way. */
  pending = 0;
  readonly #app: App;
  readonly #around: Surroundings;
  readonly #settling = new Set<string>();
  #leading = memberOf(1);
  #wishes = 0;

  constructor(app: App, around: Surroundings) {
    this.#app = app;
    this.#around = around;
  }

  /** Presses, until it is acknowledged or somebody else was first. */
  async press(meeting: string, wish: Wish): Promise<void> {
    const { weather } = this.#around;
    const presses = [this.#press(meeting, wish)];
    if (weather.strikes('pressed twice')) presses.push(this.#press(meeting, wish));
    if (wish.type !== 'sendAhead' && weather.strikes('handed over')) presses.push(this.#handOver(meeting, wish));
    await Promise.all(presses);
  }

  /** What stands in the panel, which looks after what is overdue; what nobody knows about is settled in a while. */
  async look(): Promise<readonly string[]> {
    const { value } = (await this.#poll()) ?? { value: undefined };
    const seen = [value?.item, value?.next].filter((rows) => rows !== undefined);
    return seen.flatMap((rows) => unsettledOf(rows.meeting, rows.posts).map((one) => this.#settle(rows.meeting, one)));
  }

  async #poll() {
    const polled = await this.#app
      .attempt('poll', async ({ deps, attendOverdue }) => {
        const snapshot = await deps.snapshots.fresh(COMMITTEE);
        for (const rows of [snapshot?.item, snapshot?.next]) if (rows !== undefined) attendOverdue(rows);
        return snapshot;
      })
      .catch((error: unknown) => {
        this.#app.unforeseen.push(told(error));
        return 'again' as const;
      });
    return polled === 'again' ? undefined : polled;
  }

  async #press(meeting: string, wish: Wish, by = this.#leading): Promise<void> {
    this.#wishes += 1;
    const made = { id: `lead-${this.#wishes}`, by: { person: by.person, name: by.name }, ledBy: by.person };
    try {
      await this.#app.act(wish.type, ({ deps, now }) => lead(deps, meeting, { ...wish, ...made, at: now() }));
    } catch (error) {
      if (!(error instanceof DialogueError) || !OVERTAKEN.includes(error.code)) throw error;
    }
  }

  /** The other one takes over; the one before presses all the same. */
  async #handOver(meeting: string, wish: Wish): Promise<void> {
    const next = memberOf(this.#leading.person === memberOf(1).person ? 2 : 1);
    const before = this.#leading;
    await this.#press(meeting, { type: 'handOver', to: { person: next.person, name: next.name } }, before);
    // Refused where the item was ended just before.
    const { lead: leads } = (await this.#app.stored().readMeeting(meeting))?.value ?? {};
    if (leads?.person === next.person) this.#leading = next;
    await Promise.all([this.#press(meeting, wish, before), this.#press(meeting, wish, next)]);
  }

  /** @returns its key */
  #settle(meeting: Meeting, { post, of, number }: UnsettledView): string {
    if (this.#settling.has(post.key)) return post.key;
    this.#settling.add(post.key);
    this.pending += 1;
    this.#lookAndPress(meeting, post.key, (standing) => isOf(meeting, { key: post.key, of, number }, standing))
      .catch((error: unknown) => this.#app.unforeseen.push(told(error)))
      .finally(() => {
        this.#settling.delete(post.key);
        this.pending -= 1;
      });
    return post.key;
  }

  /** Where it does not get through, the panel shows what is still to be settled, and they look anew. */
  async #lookAndPress(meeting: Meeting, key: string, isIt: (standing: Standing) => boolean): Promise<void> {
    const { timeline, random, teams, defect, transcript } = this.#around;
    await timeline.pause(defect.patience);
    const seen = teams.standing().find(isIt);
    await timeline.pause(random.between(1_000, 6_000));
    const saw = seen === undefined ? ({ saw: 'notThere' } as const) : ({ saw: 'there', link: linkTo(seen) } as const);
    transcript.note(saw.saw, key);
    const ledBy = this.#leading.person;
    const pressed = this.#app.attempt('settle', ({ deps }) => settlePost(deps, meeting.id, key, { ...saw, ledBy }));
    await pressed.catch((error: unknown) => {
      if (!(error instanceof DialogueError) || !SETTLED.includes(error.code)) throw error;
    });
  }
}

/** It was settled meanwhile, by a press on the card, say; or another leads by now, who is asked instead. */
const SETTLED: readonly DialogueErrorCode[] = ['PostSettled', 'NotFacilitator'];

/** The link that Teams copies. */
const linkTo = ({ id, root }: Standing): string => {
  const link = threadLink({ committee: COMMITTEE, root: id, tenant: TENANT, group: GROUP });
  return link.replace(/(?<=parentMessageId=)\d+/, root);
};

/** By what the facilitator recognises a post in the channel. */
function isOf(
  meeting: Meeting,
  { key, of, number }: Pick<UnsettledView, 'of' | 'number'> & { readonly key: string },
  { content: { summary } }: Standing,
): boolean {
  if (of === 'digest') return summary.includes(number === 1 ? 'Opsamling: ' : `side ${number}`);
  const asked = askedIn(meeting, key.slice(0, key.indexOf('!')))?.text ?? '?';
  return summary.startsWith('Til forberedelse: ') === (of === 'preparation') && summary.endsWith(asked);
}
