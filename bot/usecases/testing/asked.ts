import type { Meeting } from '#dialogue/meeting';
import { OneApp } from './oneApp.ts';

/** An item whose first question stands in the channel, and the thread that it began. */
export async function asked(): Promise<{ outside: OneApp; meeting: Meeting; root: string }> {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const state = (await outside.post(meeting))?.state;
  if (state?.status !== 'sent') throw new Error('the question is not there');
  return { outside, meeting, root: state.place.root };
}
