import type { ErrorBody } from '#contract/responses';

/** The server said no. `view`: how things stand now, where somebody was first. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorBody['code'];
  readonly field: ErrorBody['field'];
  readonly view: ErrorBody['view'];

  constructor(status: number, body: Partial<ErrorBody>) {
    const code = body.code ?? (status >= 500 ? 'Unavailable' : 'Unexpected');
    super(body.message ?? code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.field = body.field;
    this.view = body.view;
  }
}

/** No answer came: the network is away, or it took too long. What was asked for may have been done. */
export class Offline extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'Offline';
  }
}
