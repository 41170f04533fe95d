/**
 * What goes wrong, by name: what it is, and what must come of it. `share`: how often it strikes where it can, in an item
 * whose weather has it.
 */
export const FAULTS = {
  'create throttled': {
    is: 'Teams answers a create with 429',
    outcome: 'nothing was made; it is sent when Teams allows',
    share: 0.25,
  },
  'create unreachable': {
    is: 'no connection for a create',
    outcome: 'nothing was made; it is sent again',
    share: 0.15,
  },
  'create refused': {
    is: 'Teams answers a create with 403',
    outcome: 'the facilitator is asked and has it sent again; an echo stays away, and the app knows that it does',
    share: 0.06,
  },
  'create lost before': {
    is: '408, 5xx, a timeout or a reset, and nothing was made',
    outcome: 'nobody knows; the facilitator looks, does not find it, and has it sent again: once',
    share: 0.2,
  },
  'create lost after': {
    is: '408, 5xx, a timeout or a reset, and the message was made',
    outcome: 'nobody knows; the facilitator finds it: once, with every reply under it',
    share: 0.25,
  },
  'create lands late': {
    is: 'a timeout after 15 s, and the message comes up to 45 s after the call',
    outcome: 'who looks a minute later finds it: once, with every reply under it',
    share: 0.2,
  },
  'create answered late': {
    is: 'the answer comes when the claim is long given up',
    outcome: 'once, with every reply under it',
    share: 0.1,
  },
  'change throttled': { is: '429 to an update or deletion', outcome: 'done when Teams allows', share: 0.25 },
  'change lost before': { is: '5xx or a reset, and nothing was changed', outcome: 'done again', share: 0.15 },
  'change lost after': {
    is: '5xx or a reset, and it was changed',
    outcome: 'done again, to the same effect',
    share: 0.15,
  },
  'store throttled': { is: '503 from the tables', outcome: 'the client library asks again', share: 0.01 },
  'store answer lost': {
    is: 'a write is done and its answer lost; the client library writes again',
    outcome: 'its own first try is recognised',
    share: 0.02,
  },
  'store down': {
    is: '503 from the tables four times',
    outcome: 'nothing is acknowledged; Teams tells again, people press again',
    share: 0.003,
  },
  'store down after': {
    is: 'a write is done, and the answers to all four tries are lost',
    outcome: 'not acknowledged; done again it changes nothing',
    share: 0.008,
  },
  'store slow': { is: 'the tables answer after up to 4 s', outcome: 'later', share: 0.006 },
  'told again': { is: 'Teams tells of a message twice', outcome: 'stored once', share: 0.06 },
  'told again, new id': {
    is: 'Teams brings a press of the card again, under a new id',
    outcome: 'stored once, and no old words come back',
    share: 0.4,
  },
  'told late': {
    is: 'Teams tells up to 90 s late, after what came later',
    outcome: 'the last text stands',
    share: 0.06,
  },
  'edit told first': { is: 'an edit is told before the message', outcome: 'the last text stands', share: 0 },
  'deletion told first': { is: 'a deletion is told before the message', outcome: 'it stays deleted', share: 0 },
  'reply not told': {
    is: 'Teams never tells of a reply',
    outcome: 'taken in when its thread is read back; unchecked where it came after that',
    share: 0.01,
  },
  'edit not told': {
    is: 'Teams never tells of an edit',
    outcome: 'the same; until then the text before stands',
    share: 0.15,
  },
  'deletion not told': {
    is: 'Teams never tells of a deletion',
    outcome: 'the same; until then the text stands',
    share: 0.1,
  },
  'edit without text': {
    is: 'Teams tells of an edit and leaves out its text',
    outcome:
      'the old words are withdrawn; the new ones come when its thread is read back, unchecked where that was before',
    share: 0.15,
  },
  'list throttled': {
    is: 'Graph answers a list of replies with 429',
    outcome: 'read back when Graph allows',
    share: 0.3,
  },
  'list not answered': { is: 'Graph does not answer, or with 5xx', outcome: 'read back later', share: 0.3 },
  'list lags': {
    is: 'a list of Graph’s is up to a minute behind',
    outcome: 'no older words come back; what was not in it is unchecked',
    share: 0.4,
  },
  'gone before a call': {
    is: 'a process is gone before a call to a port',
    outcome: 'another goes on from the tables',
    share: 0.004,
  },
  'gone after a call': {
    is: 'a process is gone after a call to a port, before its answer',
    outcome: 'another goes on from the tables',
    share: 0.004,
  },
  'clock off': { is: 'the clock of a process is up to 4 minutes off', outcome: 'nothing is seen of it', share: 0.7 },
  'pressed twice': { is: 'the facilitator presses in two windows at once', outcome: 'one of them counts', share: 0.3 },
  'handed over': {
    is: 'the lead is handed over, and both facilitators press',
    outcome: 'the new one counts',
    share: 0.3,
  },
} as const satisfies Readonly<
  Record<string, { readonly is: string; readonly outcome: string; readonly share: number }>
>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
