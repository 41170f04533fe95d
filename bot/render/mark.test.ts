import { expect, it } from 'vitest';
import { cardOf, richText, sizeOf } from './cards.ts';
import { MARK_BYTES, markIn, marked, markOf } from './mark.ts';
import type { Message } from './message.ts';

const ref = { table: 'Meetings', partition: '19:a@thread.tacv2!1', key: 'r001!p!q' } as const;
const card = { card: cardOf([richText('Hvad nu?'), richText('Og så?')]), summary: 'Hvad nu?' };

it('stands on the first element of a card, is another for each post, and names nothing', () => {
  const { card: sent } = marked(card, ref);
  expect(markIn(JSON.parse(JSON.stringify(sent)))).toBe(markOf(ref));
  expect(markOf({ ...ref, key: 'r002!p!q' })).not.toBe(markOf(ref));
  expect(markOf({ ...ref, partition: '19:b@thread.tacv2!1' })).not.toBe(markOf(ref));
  expect(JSON.stringify(sent)).not.toContain('thread.tacv2');
  expect(sent?.['body']).toMatchObject(card.card['body'] as object);
});

it('takes as much of a card as is left free for it', () => {
  const bytes = ({ card: sent }: Message) => sizeOf(sent);
  expect(bytes(marked(card, ref)) - bytes(card)).toBe(MARK_BYTES);
});

it('leaves text as it is, and is not seen in what bears none', () => {
  const text = { text: 'Ja', summary: 'Ja' };
  expect(marked(text, ref)).toBe(text);
  for (const other of [
    undefined,
    'post-x',
    card.card,
    { body: 'post-x' },
    { body: [{ id: 7 }] },
    { body: [{ id: 'x' }] },
  ])
    expect(markIn(other)).toBeUndefined();
});
