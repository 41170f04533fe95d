import { useLayoutEffect, useRef, useState } from 'react';
import type { ItemView } from '../../api/views.ts';
import { type Command, useCommand } from '../../app/useCommand.ts';
import { type NextStep, nextStep } from './nextStep.ts';
import { covers, type Unfolded } from './unfolded.ts';

type Wish =
  | { readonly do: 'put'; readonly question: string }
  | { readonly do: 'skip'; readonly question: string; readonly skipped: boolean }
  | { readonly do: 'close'; readonly round: string }
  | { readonly do: 'end' };

/** What stands before the facilitator, and how something else comes there. */
export interface Unfolding {
  readonly unfolded: Unfolded;
  readonly unfold: (what: Unfolded) => void;
}

export interface FacilitatorState extends Unfolding {
  readonly next: NextStep;
  /** Where the focus goes, since what had it is gone; counts how often, so that it goes there each time. */
  readonly focused: { readonly on: 'step' | 'plan'; readonly times: number };
  /** Back to the question from the plan, or from the question whether to end. */
  readonly comeBack: () => void;
  readonly takeNextStep: () => void;
  readonly put: (question: string) => void;
  readonly skip: (question: string, skipped: boolean) => void;
  readonly end: () => void;
  readonly command: Command<Wish>;
}

/** One command for all that leads on, so that a failure of one is put away by the next. */
export function useFacilitator(item: ItemView, { unfolded, unfold }: Unfolding): FacilitatorState {
  const [focused, setFocused] = useState<FacilitatorState['focused']>({ on: 'step', times: 0 });
  const readAt = useReadAt(covers(unfolded, item));
  const fold = (on: 'step' | 'plan'): void => {
    unfold('nothing');
    setFocused(({ times }) => ({ on, times: times + 1 }));
  };
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
    unfold: (what) => {
      readAt.keep();
      // What comes now takes the focus itself.
      setFocused(({ on }) => ({ on, times: 0 }));
      unfold(what);
    },
    comeBack: () => fold(unfolded === 'ending' ? 'step' : 'plan'),
    takeNextStep: () => {
      const done = (): void => {
        readAt.forget();
        unfold('nothing');
      };
      if (next.type === 'put') command.run({ do: 'put', question: next.question.id }, done);
      else if (next.type === 'close') command.run({ do: 'close', round: next.round.id }, done);
      else unfold('ending');
    },
    put: (question) =>
      command.run({ do: 'put', question }, () => {
        readAt.forget();
        fold('step');
      }),
    skip: (question, skipped) => command.run({ do: 'skip', question, skipped }),
    end: () => command.run({ do: 'end' }),
    command,
  };
}

/** Who comes back to the answers goes on reading where they left them. */
function useReadAt(isCovered: boolean) {
  const top = useRef(0);
  const wasCovered = useRef(isCovered);
  useLayoutEffect(() => {
    if (wasCovered.current && !isCovered) scrollTo(0, top.current);
    wasCovered.current = isCovered;
  }, [isCovered]);
  return {
    keep: (): void => {
      if (!isCovered) top.current = scrollY;
    },
    forget: (): void => {
      top.current = 0;
    },
  };
}
