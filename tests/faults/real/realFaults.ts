/** What goes wrong in a real run, by name: what it is, and what must come of it. */
export const REAL_FAULTS = {
  'store throttled': { is: '503 from the tables', outcome: 'the client library asks again' },
  'store cut': { is: 'the connection to the tables ends', outcome: 'the client library asks again' },
  'store answer lost': {
    is: 'a write is done and its answer lost; the client library writes again',
    outcome: 'its own first try is recognised',
  },
  'store slow': { is: 'the tables answer after up to 3 s', outcome: 'later' },
  'store away': {
    is: 'no connection to the tables for seconds',
    outcome: 'nothing is acknowledged; Teams tells again, people press again',
  },
  'store busy': { is: '503 from the tables for seconds', outcome: 'the same' },
  'store silent': { is: 'the tables do not answer for seconds', outcome: 'the same' },
  'store answers lost': {
    is: 'writes are done for seconds, and their answers lost',
    outcome: 'not acknowledged; done again it changes nothing',
  },
  'killed before a write': { is: 'SIGKILL before a write to the tables', outcome: 'another goes on from the tables' },
  'killed after a write': {
    is: 'SIGKILL after a write to the tables, before its answer',
    outcome: 'another goes on from the tables',
  },
  'killed before a create': {
    is: 'SIGKILL when Teams is asked to make a message, and it is not made',
    outcome: 'nobody knows; the facilitator does not find it, and has it sent again',
  },
  'killed after a create': {
    is: 'SIGKILL when Teams has made a message, before its answer',
    outcome: 'nobody knows; the facilitator finds it: once, with every reply under it',
  },
  'killed before an answer': {
    is: 'SIGKILL when a process has done what a panel asked for, before its answer',
    outcome: 'asked again, by the same command: done once',
  },
  'no process': { is: 'Teams or a panel asks while no process runs', outcome: 'asked again' },
  'reply not told': {
    is: 'Teams never tells of a reply',
    outcome: 'taken in when its thread is read back; unchecked where it came after that',
  },
  'edit not told': { is: 'Teams never tells of an edit', outcome: 'the same; until then the text before stands' },
  'deletion not told': { is: 'Teams never tells of a deletion', outcome: 'the same; until then the text stands' },
  'edit without text': {
    is: 'Teams tells of an edit and leaves out its text',
    outcome: 'the old words are withdrawn; the new ones come when its thread is read back',
  },
} as const satisfies Readonly<Record<string, { readonly is: string; readonly outcome: string }>>;

export type RealFault = keyof typeof REAL_FAULTS;
