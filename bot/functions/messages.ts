import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { App } from './app.ts';
import { failureOf } from './failures.ts';
import { inTime } from './inTime.ts';
import { readBody } from './readRequest.ts';

/** Largest activity that is read, in bytes. Teams' own messages are far smaller. */
const ACTIVITY_LIMIT = 512 * 1024;

/** The bot's entry, which Teams calls. Who calls is checked behind it, by the bot's own rules. */
export const createMessagesHandler =
  (app: App) =>
  async (request: HttpRequest): Promise<HttpResponseInit> => {
    try {
      const headers = Object.fromEntries(request.headers.entries());
      const told = readBody(request, ACTIVITY_LIMIT).then((body) => app.inbound({ headers, body }));
      const { status, body } = await inTime(told);
      return body === undefined ? { status } : { status, jsonBody: body };
    } catch (error) {
      const { status, code, message } = failureOf(error);
      app.deps.surroundings.log({ level: status >= 500 ? 'error' : 'info', code: `Messages.${code}` });
      return { status, jsonBody: { code, message } };
    }
  };
