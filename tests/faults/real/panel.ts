import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import type { Random } from '../../support/random.ts';
import type { Api, Said } from './api.ts';
import type { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import type { Put } from './thread.ts';
import { CLOSED, REFUSED, TRY_AGAIN } from '../refusals.ts';

/** What somebody wrote in panel and card, as the app has acknowledged it. */
export interface RealOwn {
  readonly as: string;
  readonly round: string;
  /** Undefined where it is deleted. */
  text: string | undefined;
  revision: number;
  readonly former: string[];
}

interface Deps {
  readonly api: Api;
  readonly channels: Channels;
  readonly diary: Diary;
  readonly words: () => string;
  readonly channel: string;
}

/** People who answer in the panel and on the card, each one thing after another. */
export class Panel {
  readonly own: RealOwn[] = [];
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async answer(random: Random, as: string, at: Put & { readonly meeting: string }): Promise<void> {
    const own: RealOwn = { as, round: at.round, text: undefined, revision: 0, former: [] };
    this.own.push(own);
    do {
      await delay(random.between(10, 800));
      const does = random.next();
      const path = addresses.answer(at.meeting, at.round);
      if (own.text !== undefined && does < 0.25) await this.#delete(own, path);
      else if (does < 0.5) await this.#press(own, at.root);
      else await this.#write(own, path);
    } while (random.chance(0.5));
  }

  async #write(own: RealOwn, path: string): Promise<void> {
    const { api, words, diary } = this.#deps;
    const text = words();
    let said: Said;
    do {
      said = await api.act(own.as, 'PUT', path, { text, over: own.revision });
      // Somebody who is shown that there is another answer, as their own of before, writes over that.
      own.revision = said.body.view?.item?.round?.mine?.revision ?? own.revision;
    } while (said.body.code === 'AnswerChanged');
    diary.note(`${own.as} answers in the panel`, said.status);
    if (said.status === 201) this.#become(own, text, said);
    else if (said.body.code !== 'RoundClosed') throw new Error(`an answer was refused: ${said.body.code}`);
  }

  async #delete(own: RealOwn, path: string): Promise<void> {
    const { api, diary } = this.#deps;
    let said: Said;
    do {
      said = await api.delete(own.as, path, own.revision);
      own.revision = said.body.view?.item?.round?.mine?.revision ?? own.revision;
    } while (said.body.code === 'AnswerChanged');
    diary.note(`${own.as} deletes the answer in the panel`, said.status);
    if (said.status !== 200) throw new Error(`a deletion was refused: ${said.body.code}`);
    this.#become(own, undefined, said);
  }

  /** Until the app has taken it, or said that it will not. */
  async #press(own: RealOwn, root: string): Promise<void> {
    const { channels, words, diary, api, channel } = this.#deps;
    const text = words();
    let said: string | undefined;
    do said = await channels.press(own.as, root, text);
    while (said === undefined || said === TRY_AGAIN);
    diary.note(`${own.as} answers on the card`, root);
    if (said === CLOSED) return;
    if (REFUSED.includes(said)) throw new Error(`a card was refused: ${said}`);
    if (own.text !== undefined) own.former.push(own.text);
    own.text = text;
    own.revision = (await api.read(own.as, channel)).item?.round?.mine?.revision ?? own.revision;
  }

  #become(own: RealOwn, text: string | undefined, { body }: Said): void {
    if (own.text !== undefined) own.former.push(own.text);
    own.text = text;
    own.revision = body.item?.round?.mine?.revision ?? 0;
  }
}
