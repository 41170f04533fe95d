import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import { roomKey } from '#dialogue/answer';
import type { Random } from '../../support/random.ts';
import type { Api, Said } from './api.ts';
import type { Diary } from './diary.ts';
import { memberCalled, MEMBERS } from './members.ts';

/** Something that was said in the room, as the app has acknowledged it. */
export interface RealLine {
  readonly round: string;
  /** As the client made it. */
  readonly id: string;
  /** Whose name stands at it, where one does. */
  readonly said: string | undefined;
  readonly isOnPaper: boolean;
  /** Undefined where it is taken back, or was never taken. */
  text: string | undefined;
  revision: number;
  readonly former: string[];
}

interface Deps {
  readonly api: Api;
  readonly diary: Diary;
  /** Words that nobody else writes. */
  readonly words: () => string;
}

interface Round {
  readonly meeting: string;
  readonly round: string;
}

/** What is said in the room, and typed there by whoever leads, one thing after another. */
export class Room {
  readonly lines: RealLine[] = [];
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Types what is said, puts some of what stands there right, whoever typed it, and takes some of it back. */
  async hear(random: Random, as: string, at: Round): Promise<void> {
    const times = random.between(1, 3);
    for (let time = 0; time < times; time += 1) {
      await delay(random.between(10, 600));
      const standing = this.lines.filter(({ round, text }) => round === at.round && text !== undefined);
      const does = standing.length === 0 ? 1 : random.next();
      if (does < 0.15) await this.#takeBack(random.pick(standing), as, at);
      else if (does < 0.4) await this.#write(random.pick(standing), as, at);
      else await this.#write(this.#newLine(random, at), as, at);
    }
  }

  /** Somebody types who may not any more. */
  async isRefused(random: Random, as: string, at: Round): Promise<void> {
    const line = this.#newLine(random, at);
    const text = this.#deps.words();
    line.former.push(text);
    const { status, body } = await this.#send(line, text, as, at);
    if (body.code !== 'NotRecorder') throw new Error(`what was typed by whoever led before was answered ${status}`);
  }

  #newLine(random: Random, { round }: Round): RealLine {
    const said = random.chance(0.5) ? random.pick(MEMBERS) : undefined;
    const [id, isOnPaper] = [randomUUID(), random.chance(0.3)];
    const line: RealLine = { round, id, said, isOnPaper, text: undefined, revision: 0, former: [] };
    this.lines.push(line);
    return line;
  }

  async #write(line: RealLine, as: string, at: Round): Promise<void> {
    const text = this.#deps.words();
    const said = await this.#send(line, text, as, at);
    if (said.status !== 201) throw new Error(`what was said in the room was refused: ${said.body.code}`);
    become(line, text);
    line.revision = revisionShown(line, text, said);
  }

  /** Whose words they are, and how they came, is told once: where they are put right it stays. */
  #send({ id, revision, ...line }: RealLine, text: string, as: string, { meeting, round }: Round): Promise<Said> {
    const first = {
      ...(line.said !== undefined && { said: memberCalled(line.said).person }),
      ...(line.isOnPaper && { on: 'paper' }),
    };
    const wish = { text, over: revision, ...(revision === 0 && first) };
    return this.#noted(`${as} types`, this.#deps.api.act(as, 'PUT', addresses.roomAnswer(meeting, round, id), wish));
  }

  async #takeBack(line: RealLine, as: string, { meeting, round }: Round): Promise<void> {
    const path = addresses.roomAnswer(meeting, round, line.id);
    const said = await this.#noted(`${as} takes back`, this.#deps.api.delete(as, path, line.revision));
    if (said.status !== 200) throw new Error(`what was said in the room was not taken back: ${said.body.code}`);
    become(line, undefined);
  }

  async #noted(does: string, pressed: Promise<Said>): Promise<Said> {
    const said = await pressed;
    this.#deps.diary.note(`${does} what is said in the room`, `${said.status}, asked ${said.tries} times`);
    return said;
  }
}

/** Whoever hears that it is stored sees it there, once. */
function revisionShown({ id }: RealLine, text: string, { body }: Said): number {
  const shown = body.item?.round?.answers.filter((answer) => answer.text === text) ?? [];
  if (shown.length !== 1 || shown[0]?.id !== roomKey(id))
    throw new Error(`what was said in the room is acknowledged, and shown ${shown.length} times`);
  return shown[0].revision ?? 0;
}

function become(line: RealLine, text: string | undefined): void {
  if (line.text !== undefined) line.former.push(line.text);
  line.text = text;
}
