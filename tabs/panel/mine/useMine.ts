import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MineAnswer, MineView } from '../../api/views.ts';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';
import { type Command, useCommand } from '../../app/useCommand.ts';
import { useStandingError } from '../../app/useStandingError.ts';
import { readAllMine } from './readAllMine.ts';

/** What is to be deleted: one answer, or all. */
export type Wish = 'all' | MineAnswer;

export interface MineState {
  readonly mine: MineView | undefined;
  /** Why there is nothing to show. */
  readonly error: Error | null;
  readonly again: () => void;
  readonly erasing: Command<Wish>;
  /** Deletes, and calls `done` when the server says so. */
  readonly erase: (wish: Wish, done: () => void) => void;
}

/** What is stored about the person who looks: read when the page is opened, and again after each deletion. */
export function useMine(): MineState {
  const { api, committee } = useServices();
  const client = useQueryClient();
  const queryKey = ['mine', committee];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => readAllMine((after) => api.mine(committee, after)),
    // Nothing of it is kept on a shared device once the page is left.
    gcTime: 0,
    ...readOnce,
  });
  const why = useStandingError({ data, error });
  const erasing = useCommand<Wish>((on, command, wish) =>
    wish === 'all' ? on.deleteAllMine(committee, command) : on.deleteMine(wish.meeting, command, wish.round, wish.key),
  );
  return {
    mine: data,
    error: data === undefined ? why : null,
    again: () => void refetch(),
    erasing,
    erase: (wish, done) =>
      erasing.run(wish, () => {
        client.setQueryData<MineView>(queryKey, (shown) => shown && without(shown, wish));
        void refetch();
        done();
      }),
  };
}

const without = (mine: MineView, wish: Wish): MineView => ({
  ...mine,
  answers: wish === 'all' ? [] : mine.answers.filter((answer) => idOf(answer) !== idOf(wish)),
});

/** The same for the same answer, however often it is read. */
export const idOf = ({ meeting, round, key }: MineAnswer): string => `${meeting} ${round} ${key}`;
