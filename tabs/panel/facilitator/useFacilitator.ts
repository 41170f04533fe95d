import { useState } from 'react';
import type { ItemView } from '../../api/views.ts';
import { type Command, useCommand } from '../../app/useCommand.ts';
import { type NextStep, nextStep } from './nextStep.ts';

type Wish =
  | { readonly do: 'put'; readonly question: string }
  | { readonly do: 'skip'; readonly question: string; readonly skipped: boolean }
  | { readonly do: 'close'; readonly round: string }
  | { readonly do: 'end' };

/** What stands at the bar: nothing more, the plan (`changed`: just now), the plan to change, or the question whether to end. */
export type Unfolded = 'nothing' | 'tools' | 'changing' | 'changed' | 'ending';

export interface FacilitatorState {
  readonly next: NextStep;
  readonly unfolded: Unfolded;
  readonly unfold: (what: Unfolded) => void;
  /** Grows each time the focus should go to the next step, since what had it is gone. */
  readonly focused: number;
  readonly takeNextStep: () => void;
  readonly put: (question: string) => void;
  readonly skip: (question: string, skipped: boolean) => void;
  readonly end: () => void;
  readonly command: Command<Wish>;
}

/** One command for all that leads on, so that a failure of one is put away by the next. */
export function useFacilitator(item: ItemView): FacilitatorState {
  const [{ unfolded, focused }, setShown] = useState<{ unfolded: Unfolded; focused: number }>({
    unfolded: 'nothing',
    focused: 0,
  });
  const unfold = (what: Unfolded): void => setShown((shown) => ({ ...shown, unfolded: what }));
  const comeBack = (): void => setShown((shown) => ({ unfolded: 'nothing', focused: shown.focused + 1 }));
  const command = useCommand<Wish>((api, id, wish) => {
    switch (wish.do) {
      case 'put':
        return api.put(item.id, id, wish.question);
      case 'skip':
        return api.skip(item.id, id, wish.question, wish.skipped);
      case 'close':
        return api.close(item.id, id, wish.round);
      case 'end':
        return api.end(item.id, id);
    }
  });
  const next = nextStep(item);
  return {
    next,
    unfolded,
    focused,
    unfold: (what) => (what === 'nothing' && unfolded === 'ending' ? comeBack() : unfold(what)),
    takeNextStep: () => {
      const fold = (): void => unfold('nothing');
      if (next.type === 'put') command.run({ do: 'put', question: next.question.id }, fold);
      else if (next.type === 'close') command.run({ do: 'close', round: next.round.id }, fold);
      else unfold('ending');
    },
    put: (question) => command.run({ do: 'put', question }, comeBack),
    skip: (question, skipped) => command.run({ do: 'skip', question, skipped }),
    end: () => command.run({ do: 'end' }),
    command,
  };
}
