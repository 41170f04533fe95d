import { expect, it } from 'vitest';
import { aPlanned, aRound } from '../../testing/views.ts';
import { standsInChannel } from './standsInChannel.ts';

const key = 'r001!p!a';
const open = aPlanned({ status: 'open', round: 'r001' });

it('knows a question that was sent out beforehand, and one that was put and has come there', () => {
  expect(standsInChannel(aPlanned({ ahead: { key, status: 'sent' } }), undefined)).toBe(true);
  expect(standsInChannel(open, aRound())).toBe(true);
});

it.each([
  ['that waits', aPlanned(), aRound()],
  ['on its way there beforehand', aPlanned({ ahead: { key, status: 'sending' } }), undefined],
  ['that was deleted there', aPlanned({ ahead: { key, status: 'gone' } }), undefined],
  ['that Teams refused', open, aRound({ post: { key: 'r001!p!q', status: 'blocked' } })],
  ['that is closed', aPlanned({ status: 'closed', round: 'r001' }), aRound({ status: 'closed' })],
  ['of another round than the one that came there', open, aRound({ id: 'r002' })],
])('leads nobody there for a question %s', (_, question, round) => {
  expect(standsInChannel(question, round)).toBe(false);
});
