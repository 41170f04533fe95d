import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import { threadLink } from '#dialogue/link';
import type { UnsettledView } from '#dialogue/postView';
import { guid, TEAM } from '../../../infra/local/teams/state.ts';
import { until } from '../../bench/until.ts';
import type { Api, Said } from './api.ts';
import type { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import type { Put } from './thread.ts';

/** Between two looks at the panel, in milliseconds. */
const LOOK = 700;
/** Longer than a message is written down as being sent by a process that is gone, and a minute to see it and send it anew. */
const PATIENCE = 150_000;

const MATERIAL = 'fremtidens-arbejdsfaellesskaber';

export interface Question {
  readonly id: string;
  readonly text: string;
}

/** The chair, who leads an item in its own channel. */
export class RealFacilitator {
  isOver = false;
  readonly #api: Api;
  readonly #channels: Channels;
  readonly #diary: Diary;
  readonly #channel: string;
  readonly #title: string;

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

  async open(questions: readonly Question[]): Promise<string> {
    const plan = questions.map(({ id, text }) => ({ id, own: text }));
    const wish = { title: this.#title, material: MATERIAL, plan };
    const { body } = await this.#press('open', addresses.meetings(this.#channel), wish);
    if (body.item === undefined) throw new Error('an item was not opened');
    return body.item.id;
  }

  /** @returns the round, and the root of its thread as soon as people see it */
  async put(meeting: string, question: Question): Promise<Put> {
    const { body } = await this.#press('put', addresses.rounds(meeting), { question: question.id });
    if (body.item?.round === undefined) throw new Error('a question was not put');
    const look = async (): Promise<string | undefined> => (await this.#find(question.text))?.root;
    return { round: body.item.round.id, root: await until('a question in the channel', look, PATIENCE) };
  }

  close = (meeting: string, round: string): Promise<Said> => this.#press('close', addresses.closing(meeting, round));

  end = (meeting: string): Promise<Said> => this.#press('end', addresses.ending(meeting));

  /** Has the panel open, and says of each message of which nobody knows whether it is there. */
  async watch(questions: readonly Question[]): Promise<void> {
    while (!this.isOver) {
      const said = await this.#api.view('formand', this.#channel);
      const item = said?.status === 200 ? said.body.item : undefined;
      for (const one of item?.unsettled ?? []) await this.#settle(item, one, questions);
      await delay(LOOK);
    }
  }

  async #settle(item: CommitteeView['item'], { post, of, number }: UnsettledView, questions: readonly Question[]) {
    const words = of === 'digest' ? this.#digestWords(number) : (questions[number - 1]?.text ?? '?');
    const seen = await this.#find(words);
    const saw = seen === undefined ? { saw: 'notThere' } : { saw: 'there', link: this.#linkTo(seen.root) };
    const { status } = await this.#api.send('formand', 'POST', addresses.settlement(item?.id ?? '', post.key), saw);
    this.#diary.note(`${this.#title}: ${post.key} is ${saw.saw}`, status);
  }

  #digestWords = (page: number): string =>
    page === 1 ? `Opsamling · ${this.#title} · ` : `Opsamling · ${this.#title} · side ${page}`;

  async #find(words: string) {
    const isIt = (said: string): boolean =>
      said.includes(words) && said.includes('Opsamling ·') === words.startsWith('Opsamling ·');
    return (await this.#channels.bots(this.#channel)).find((one) => one.id === one.root && isIt(one.words));
  }

  #linkTo = (root: string): string =>
    threadLink({ committee: this.#channel, root, tenant: guid('tenant'), group: TEAM.aadGroupId });

  async #press(what: string, path: string, wish: object = {}): Promise<Said> {
    const said = await this.#api.act('formand', 'POST', path, wish);
    this.#diary.note(`${this.#title}: ${what}`, said.status);
    if (said.status >= 400) throw new Error(`${what} was refused: ${said.body.code}`);
    return said;
  }
}
