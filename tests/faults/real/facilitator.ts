import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import { threadLink } from '#dialogue/link';
import { roundOfPostKey } from '#dialogue/post';
import type { UnsettledView } from '#dialogue/postView';
import { guid, TEAM } from '../../../infra/local/teams/state.ts';
import { until } from '../../bench/until.ts';
import type { Api, Said } from './api.ts';
import type { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import { kindOf } from './kindOf.ts';
import { memberCalled, MEMBERS } from './members.ts';
import type { Put } from './thread.ts';

/** Between two looks at the panel, in milliseconds. */
const LOOK = 700;
/**
 * Longer than it takes three times to find out that a message was not made: a minute after a process that was sending it is
 * gone, and twenty seconds before the timer takes over what nobody had begun to send.
 */
const PATIENCE = 300_000;

const MATERIAL = 'fremtidens-arbejdsfaellesskaber';

export interface Question {
  readonly id: string;
  readonly text: string;
}

type Kind = UnsettledView['of'];

/** Whoever leads an item in its own channel: the chair, until it is handed over. */
export class RealFacilitator {
  isOver = false;
  readonly #api: Api;
  readonly #channels: Channels;
  readonly #diary: Diary;
  readonly #channel: string;
  readonly #title: string;
  #leads: string = MEMBERS[0];

  constructor(
    { api, channels, diary }: { readonly api: Api; readonly channels: Channels; readonly diary: Diary },
    channel: string,
    title: string,
  ) {
    this.#api = api;
    this.#channels = channels;
    this.#diary = diary;
    this.#channel = channel;
    this.#title = title;
  }

  /** Who leads it now. */
  get leads(): string {
    return this.#leads;
  }

  async open(questions: readonly Question[]): Promise<string> {
    const { body } = await this.#press('open', addresses.meetings(this.#channel), this.#plan(questions));
    if (body.item === undefined) throw new Error('an item was not opened');
    return body.item.id;
  }

  async prepare(questions: readonly Question[]): Promise<string> {
    const { body } = await this.#press('prepare', addresses.plans(this.#channel), this.#plan(questions));
    if (body.next === undefined) throw new Error('an item was not prepared');
    return body.next.id;
  }

  openPrepared = (meeting: string): Promise<Said> => this.#press('open what is prepared', addresses.opening(meeting));

  /** *Send spørgsmålet ud på forhånd*. @returns the round it will be put in, and the root of its thread as soon as people see it */
  async sendAhead(meeting: string, question: Question): Promise<Put> {
    const { body } = await this.#press('send out beforehand', addresses.ahead(meeting), { question: question.id });
    const ahead = body.next?.plan.find(({ id }) => id === question.id)?.ahead;
    if (ahead === undefined) throw new Error('a question was not sent out beforehand');
    return { round: roundOfPostKey(ahead.key), root: await this.#standing('preparation', question.text) };
  }

  /** Until the panel says that what was sent out beforehand is in the channel. */
  async knowsItIsOut(question: Question): Promise<void> {
    const isOut = async (): Promise<true | undefined> => {
      const { next } = await this.#api.read(this.#leads, this.#channel);
      return next?.plan.find(({ id }) => id === question.id)?.ahead?.status === 'sent' ? true : undefined;
    };
    await until('a question to be out beforehand', isOut, PATIENCE);
  }

  /** @returns the round, and the root of its thread as soon as people see it */
  async put(meeting: string, question: Question): Promise<Put> {
    const { body } = await this.#press('put', addresses.rounds(meeting), { question: question.id });
    if (body.item?.round === undefined) throw new Error('a question was not put');
    return { round: body.item.round.id, root: await this.#standing('question', question.text) };
  }

  close = (meeting: string, round: string): Promise<Said> => this.#press('close', addresses.closing(meeting, round));

  end = (meeting: string): Promise<Said> => this.#press('end', addresses.ending(meeting));

  /** From then on it is the other's to lead, whatever the one before presses. */
  async handOver(meeting: string, to: string): Promise<void> {
    const wish = { to: memberCalled(to).person };
    const { status, body } = await this.#api.act(this.#leads, 'POST', addresses.lead(meeting), wish);
    this.#diary.note(`${this.#title}: hand over to ${to}`, status);
    // Asked again after it was done, it is refused: it is not theirs to hand over any more.
    if (status !== 200 && body.code !== 'NotFacilitator') throw new Error(`handing over was refused: ${body.code}`);
    const isTheirs = async () =>
      (await this.#api.read(to, this.#channel)).item?.lead.mine === true ? true : undefined;
    await until('an item in other hands', isTheirs);
    this.#leads = to;
  }

  /** Somebody who led it before presses all the same. */
  async isRefused(as: string, what: string, path: string): Promise<void> {
    const { status, body } = await this.#api.act(as, 'POST', path, {});
    this.#diary.note(`${this.#title}: ${what} by whoever led before`, status);
    if (body.code !== 'NotFacilitator') throw new Error(`${what} by whoever led before was answered ${status}`);
  }

  /** Has the panel open, and says of each message of which nobody knows whether it is there. */
  async watch(questions: readonly Question[]): Promise<void> {
    while (!this.isOver) {
      const said = await this.#api.view(this.#leads, this.#channel);
      const { item, next } = said?.status === 200 ? said.body : {};
      for (const shown of [item, next])
        for (const one of shown?.unsettled ?? []) await this.#settle(shown?.id ?? '', one, questions);
      await delay(LOOK);
    }
  }

  async #settle(item: string, { post, of, number }: UnsettledView, questions: readonly Question[]): Promise<void> {
    const words = of === 'digest' ? this.#digestWords(number) : (questions[number - 1]?.text ?? '?');
    const seen = await this.#find(of, words);
    const saw = seen === undefined ? { saw: 'notThere' } : { saw: 'there', link: this.#linkTo(seen.root) };
    const { status } = await this.#api.send(this.#leads, 'POST', addresses.settlement(item, post.key), saw);
    this.#diary.note(`${this.#title}: ${post.key} is ${saw.saw}`, status);
  }

  #plan = (questions: readonly Question[]): object => ({
    title: this.#title,
    material: MATERIAL,
    plan: questions.map(({ id, text }) => ({ id, own: text })),
  });

  #digestWords = (page: number): string =>
    page === 1 ? `Opsamling · ${this.#title} · ` : `Opsamling · ${this.#title} · side ${page}`;

  #standing(kind: Kind, words: string): Promise<string> {
    const look = async (): Promise<string | undefined> => (await this.#find(kind, words))?.root;
    return until(`a ${kind} in the channel`, look, PATIENCE);
  }

  async #find(kind: Kind, words: string) {
    const isIt = (said: string): boolean => said.includes(words) && kindOf(said) === kind;
    return (await this.#channels.bots(this.#channel)).find((one) => one.id === one.root && isIt(one.words));
  }

  #linkTo = (root: string): string =>
    threadLink({ committee: this.#channel, root, tenant: guid('tenant'), group: TEAM.aadGroupId });

  async #press(what: string, path: string, wish: object = {}): Promise<Said> {
    const said = await this.#api.act(this.#leads, 'POST', path, wish);
    this.#diary.note(`${this.#title}: ${what}`, said.status);
    if (said.status >= 400) throw new Error(`${what} was refused: ${said.body.code}`);
    return said;
  }
}
