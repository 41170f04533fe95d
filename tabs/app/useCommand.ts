import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Api } from '../api/api.ts';
import { ApiError, Offline } from '../api/errors.ts';
import { viewKey } from '../api/live.ts';
import { newest } from '../api/newest.ts';
import type { CommitteeView } from '../api/views.ts';
import { describeFailure } from './failure.ts';
import { momentOf } from './momentOf.ts';
import { useOutageNotice } from './outage.tsx';
import { useServices } from './services.ts';
import { useTell } from './told.tsx';

/** Something that a person does, as the panel shows it: nothing is shown as done before the server says so. */
export interface Command<Input> {
  readonly run: (input: Input, done?: (view: CommitteeView) => void) => void;
  readonly state: 'idle' | 'sending';
  /** What is under way, while it is. */
  readonly sending: Input | undefined;
  /** Why it was not done; that somebody was first is told for the whole page instead. */
  readonly error: Error | null;
  /** Puts a failure away. */
  readonly dismiss: () => void;
}

/**
 * Sends what a person does, and shows the view that comes back. The same wish sent again after a lost answer carries the
 * same command id, so that it is done once.
 */
export function useCommand<Input>(
  send: (api: Api, command: string, input: Input) => Promise<CommitteeView>,
  /** What else is told where somebody was first: what the person wrote, if the part where it stands goes away. */
  toldToo: () => string = () => '',
  /** What is told where somebody was first, if it is not the same as everywhere; empty where the part says it itself. */
  describe?: (error: Error) => string,
): Command<Input> {
  const { api, committee, text } = useServices();
  const tell = useTell();
  const client = useQueryClient();
  const last = useRef<{ readonly wish: string; readonly id: string }>(undefined);
  const show = (view: CommitteeView) =>
    client.setQueryData<CommitteeView>(viewKey(committee), (shown) => newest(shown, view));
  const sentenceFor = (error: Error): string => describe?.(error) ?? describeFailure(error, text);
  /** What only one part of the page has a sentence for is told there. */
  const isToldToAll = (error: Error | null): boolean =>
    error instanceof ApiError &&
    error.view !== undefined &&
    !['', text.error('Unexpected')].includes(sentenceFor(error));
  const mutation = useMutation<CommitteeView, Error, Input>({
    networkMode: 'always',
    mutationFn: (input) => {
      const wish = JSON.stringify(input ?? null);
      const id = last.current?.wish === wish ? last.current.id : crypto.randomUUID();
      last.current = { wish, id };
      return send(api, id, input);
    },
    onSuccess: (view) => {
      last.current = undefined;
      tell(undefined);
      const key = viewKey(committee);
      const wasAway = client.getQueryState(key)?.status === 'error';
      show(view);
      // The server is back: polling need not wait until its long pause is over.
      if (wasAway) void client.refetchQueries({ queryKey: key });
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (isFinal(error)) last.current = undefined;
      if (error.view === undefined) return;
      show(error.view);
      if (!isToldToAll(error)) return;
      const sentence = `${sentenceFor(error)} ${toldToo()}`.trim();
      tell({ sentence, moment: momentOf(error.view), code: error.code });
    },
  });
  useOutageNotice(mutation.error instanceof Offline);
  return {
    run: (input, done) => {
      if (!mutation.isPending) mutation.mutate(input, done === undefined ? {} : { onSuccess: done });
    },
    state: mutation.isPending ? 'sending' : 'idle',
    sending: mutation.isPending ? mutation.variables : undefined,
    error: isToldToAll(mutation.error) ? null : mutation.error,
    dismiss: mutation.reset,
  };
}

/** The server has decided; after the other failures it may have done what was asked, and the same wish may be sent again. */
const isFinal = ({ status }: ApiError): boolean => status < 500 && status !== 401 && status !== 429;
