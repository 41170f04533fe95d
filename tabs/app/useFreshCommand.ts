import type { Api } from '../api/api.ts';
import { ApiError } from '../api/errors.ts';
import type { CommitteeView } from '../api/views.ts';
import { useServices } from './services.ts';
import { type Command, useCommand } from './useCommand.ts';

/**
 * Like `useCommand`, for what not everybody may do, or what may be gone: where the server says so, the page shows at once
 * how things stand now. The part where somebody pressed often goes away with that, so `describe` is told for the whole page.
 */
export function useFreshCommand<Input>(
  send: (api: Api, command: string, input: Input) => Promise<CommitteeView>,
  describe: (error: Error) => string,
): Command<Input> {
  const { committee } = useServices();
  return useCommand<Input>(
    (api, command, input) => send(api, command, input).catch((error: unknown) => withView(error, api, committee)),
    undefined,
    describe,
  );
}

/** Somebody else does it now, or it is not there any more; these refusals come without the view. */
const OUTDATED: ReadonlySet<ApiError['code']> = new Set(['NotFacilitator', 'NotRecorder', 'AnswerNotFound']);

async function withView(error: unknown, api: Api, committee: string): Promise<never> {
  if (!(error instanceof ApiError) || error.view !== undefined || !OUTDATED.has(error.code)) throw error;
  const view = await api.view(committee).catch(() => undefined);
  throw view === undefined ? error : new ApiError(error.status, { code: error.code, message: error.message, view });
}
