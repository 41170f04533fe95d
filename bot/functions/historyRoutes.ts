import { ReadMinutes } from '#contract/requests';
import type { HistoryView, MinutesView } from '#contract/responses';
import { readHistory } from '#usecases/readHistory';
import { readMinutes, readMinutesDocument } from '#usecases/readMinutes';
import { FileBody } from './fileBody.ts';
import { type Call, type Route, route } from './route.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function minutes(call: Call<ReadMinutes>): Promise<MinutesView | FileBody> {
  const { deps } = call.app;
  if (call.input.form !== 'docx') return readMinutes(deps, call.part('meeting'));
  const { bytes, name } = await readMinutesDocument(deps, call.part('meeting'));
  return new FileBody(bytes, WORD, name);
}

/** What a committee can look up of the items that have ended. */
export const historyRoutes: readonly Route[] = [
  route(
    {
      name: 'readHistory',
      method: 'GET',
      path: 'api/committees/{committee}/history',
      role: 'member',
      status: 200,
      run: ({ app, visitor }): Promise<HistoryView> => readHistory(app.deps, visitor),
    },
    'body',
  ),
  route(
    {
      name: 'readMinutes',
      method: 'GET',
      path: 'api/meetings/{meeting}/minutes',
      role: 'member',
      status: 200,
      schema: ReadMinutes,
      run: minutes,
    },
    'body',
  ),
];
