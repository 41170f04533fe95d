import { AZURITE_ACCOUNT } from '../../infra/local/azurite.ts';
import { type Fate, type Passing, startProxy } from './proxy.ts';

/** A request to the table service: what it is about, and none of the words that somebody wrote. */
export interface TableRequest {
  readonly isWrite: boolean;
  /** What kinds of rows it reads or writes: `answer`, `head`, `question`, `due` … */
  readonly kinds: readonly string[];
}

/** A table service that can be away, slow, busy, or silent about what it did. */
export interface OutageProxy {
  /** As the client library is told it. */
  readonly url: string;
  /** What becomes of each request from now on; all pass at first. */
  fateOf: (request: TableRequest) => Fate;
  /** Where the table service is; it is known once that runs. */
  upstream: string;
  close(): Promise<void>;
}

export const PASS: Fate = { does: 'pass' };
/** As the service says it when it has too much to do. */
export const BUSY: Fate = {
  does: { answers: 503, body: '{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"Busy."}}}' },
};
export const CUT: Fate = { does: 'cut' };
export const SILENT: Fate = { does: 'silence' };
export const UNANSWERED: Fate = { does: 'loseAnswer' };

export async function startOutageProxy(upstream = ''): Promise<OutageProxy> {
  const proxy = await startProxy((passing) => ({ ...outage.fateOf(requestOf(passing)), to: outage.upstream }));
  const outage: OutageProxy = {
    url: `${proxy.url}/${AZURITE_ACCOUNT.account}`,
    fateOf: () => PASS,
    upstream,
    close: () => proxy.close(),
  };
  return outage;
}

/** In an address, in the JSON of an insert, and in a filter. Nothing that people write has this form. */
const ROW_KEY = /RowKey(?:='|":"| ge ')([^'"]*)/g;

function requestOf({ method, path, body }: Passing): TableRequest {
  const address = decodeURIComponent(path);
  // A transaction has the addresses of its parts in its body.
  const text = address + (method === 'GET' ? '' : decodedAddresses(body.toString()));
  const keys = [...text.matchAll(ROW_KEY)].map(([, key = '']) => key);
  const isDue = /\/Due\b/.test(address);
  return {
    isWrite: method !== 'GET' && !address.endsWith('/Tables'),
    kinds: [...new Set(keys.map((key) => (isDue ? 'due' : kindOf(key))))],
  };
}

const decodedAddresses = (text: string): string => text.replaceAll('%21', '!').replaceAll('%27', "'");

const KINDS: readonly (readonly [kind: string, key: RegExp])[] = [
  ['answer', /!a!/],
  ['question', /!p![qa]$/],
  ['echo', /!p!e!/],
  ['digest', /!p!digest/],
  ['post', /(^|!)p!/],
  ['readBack', /!b$/],
  ['thread', /^t!/],
  ['announcement', /^s!/],
  ['held', /^h!/],
  ['history', /^m!/],
  ['head', /^head$/],
];

const kindOf = (key: string): string => KINDS.find(([, pattern]) => pattern.test(key))?.[0] ?? 'rows';
