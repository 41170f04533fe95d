/** What a table service answered instead of what was wanted. Holds no key, no address and no content of the request. */
export class TableFault extends Error {
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** The service's code (`EntityAlreadyExists`), or the network's (`ECONNRESET`). */
  readonly code: string | undefined;

  constructor(operation: string, status: number | undefined, code: string | undefined) {
    super(`table ${operation}: ${status ?? 'no answer'} ${code ?? ''}`.trimEnd());
    this.name = 'TableFault';
    this.status = status;
    this.code = code;
  }
}
