import { useLayoutEffect, useRef, useState } from 'react';
import type { Api } from '../../api/api.ts';
import type { CommitteeView, ItemView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { describeFailure } from '../../app/failure.ts';
import type { Command } from '../../app/useCommand.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { type NextStep, nextStep } from './nextStep.ts';
import { covers, type Unfolded } from './unfolded.ts';
import { useLeadText } from './useLeadText.ts';

type Wish =
  | { readonly do: 'put'; readonly question: string }
  | { readonly do: 'skip'; readonly question: string; readonly skipped: boolean }
  | { readonly do: 'close'; readonly round: string }
  | { readonly do: 'extend'; readonly round: string }
  | { readonly do: 'show'; readonly screen: ItemView['screen'] }
  | { readonly do: 'end' };

/** The next step, or the button to all the rest. */
export type Focusable = 'step' | 'more';

/** What stands before the facilitator, and how something else comes there. */
export interface Unfolding {
  readonly unfolded: Unfolded;
  readonly unfold: (what: Unfolded) => void;
}

export interface FacilitatorState extends Unfolding {
  readonly next: NextStep;
  /** Where the focus goes, since what had it is gone; counts how often, so that it goes there each time. */
  readonly focused: { readonly on: Focusable; readonly times: number };
  /** The field for what is said in the room: it stays until it is folded, whatever else is done. */
  readonly room: 'folded' | 'open';
  readonly turnRoom: (to: FacilitatorState['room']) => void;
  /** Takes the focus to the button to all the rest: what had it there is folded. */
  readonly focusMore: () => void;
  /** Two minutes more. */
  readonly extend: (round: string) => void;
  readonly show: (screen: ItemView['screen']) => void;
  /** Back to the question from another page, or from the question whether to end. */
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
  const [room, setRoom] = useState<FacilitatorState['room']>('folded');
  const text = useLeadText();
  const announce = useAnnounce();
  const readAt = useReadAt(covers(unfolded, item));
  const focus = (on: Focusable): void => setFocused(({ times }) => ({ on, times: times + 1 }));
  const fold = (on: Focusable): void => {
    unfold('nothing');
    focus(on);
  };
  const command = useFreshCommand<Wish>(
    (api, id, wish) => send(api, item.id, id, wish),
    (error) => describeFailure(error, text),
  );
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
    comeBack: () => fold(unfolded === 'ending' ? 'step' : 'more'),
    takeNextStep: () => {
      const done = (): void => {
        readAt.forget();
        unfold('nothing');
      };
      if (next.type === 'put') command.run({ do: 'put', question: next.question.id }, done);
      else if (next.type === 'close') command.run({ do: 'close', round: next.round.id }, done);
      else if (next.press === 'ends') command.run({ do: 'end' });
      else unfold('ending');
    },
    put: (question) =>
      command.run({ do: 'put', question }, () => {
        readAt.forget();
        fold('step');
      }),
    skip: (question, skipped) => command.run({ do: 'skip', question, skipped }),
    room,
    turnRoom: (to) => {
      setRoom(to);
      // Its field takes the focus itself; what has it when that is folded is gone.
      if (to === 'folded') focus('more');
    },
    focusMore: () => focus('more'),
    // The button that was pressed is gone, or will be when there is time again.
    extend: (round) => {
      focus('more');
      command.run({ do: 'extend', round }, () => announce(text('more.extended')));
    },
    show: (screen) => {
      focus('more');
      command.run({ do: 'show', screen });
    },
    end: () => command.run({ do: 'end' }),
    command,
  };
}

function send(api: Api, item: string, command: string, wish: Wish): Promise<CommitteeView> {
  switch (wish.do) {
    case 'put':
      return api.put(item, command, wish.question);
    case 'skip':
      return api.skip(item, command, wish.question, wish.skipped);
    case 'close':
      return api.close(item, command, wish.round);
    case 'extend':
      return api.extend(item, command, wish.round);
    case 'show':
      return api.showOnScreen(item, command, wish.screen);
    case 'end':
      return api.end(item, command);
  }
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
