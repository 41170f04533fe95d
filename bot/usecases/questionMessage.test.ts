import { describe, expect, it } from 'vitest';
import type { Command } from '#dialogue/commands';
import { botText } from '#render/botText';
import { lead } from './lead.ts';
import { noteDeleted } from './noteDeleted.ts';
import { openPlanned } from './openItem.ts';
import { look } from './outbox.ts';
import { prepared } from './testing/items.ts';
import { ADDRESS, COMMITTEE, LEAD, type OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';

const text = botText('da');
type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;
let ids = 0;

/** The only question of a prepared item has been out beforehand, was answered there, and is put. */
async function asked(
  replies: readonly string[],
  meanwhile: (outside: OneApp, root: string) => unknown = () => undefined,
) {
  const { outside, id } = await prepared();
  const carryOut = async (wish: Wish): Promise<void> => {
    await lead(outside.app.deps, id, { ...wish, id: `command-${(ids += 1)}`, at: outside.now(), by: LEAD });
    await outside.clock.advance(5_000);
  };
  await carryOut({ type: 'sendAhead', question: '1/1' });
  const root = outside.channel.messages.at(-1)?.root ?? '';
  for (const words of replies) await outside.app.handle(outside.reply(root, { text: words }));
  await meanwhile(outside, root);
  await outside.clock.advance(60_000);
  await openPlanned(outside.app.deps, id, { id: `command-${(ids += 1)}`, at: outside.now(), by: LEAD });
  await carryOut({ type: 'putQuestion', question: '1/1' });
  return { outside, id, root, carryOut, cardText: () => JSON.stringify(questionOn(outside)) };
}

/** The newest thread that is no preparation. */
const questionOn = ({ channel }: OneApp): unknown =>
  channel.standing().findLast(({ id, root, content }) => id === root && !content.summary.startsWith('Til forberedelse'))
    ?.content.card;

describe('the card of a question that was sent out beforehand', () => {
  it('says how many answered there, and leads to their thread', async () => {
    const { cardText, root, outside } = await asked(['Ét', 'To', 'Tre']);
    expect(cardText()).toContain(text('question.prepared', { count: 3 }));
    expect(cardText()).toContain(`parentMessageId=${root}`);
    expect(outside.failures).toEqual([]);
  });

  it('says nothing of it where nobody did', async () => {
    const { cardText, root } = await asked([]);
    expect(cardText()).toContain('Hvad nu?');
    expect(cardText()).not.toMatch(new RegExp(`på forhånd|${root}`));
  });

  it('leads nowhere where it was deleted in Teams', async () => {
    const { cardText } = await asked(['Ét'], (outside, message) =>
      noteDeleted(outside.app.deps, {
        ...{ type: 'startDeleted', committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS },
        message,
      }),
    );
    expect(cardText()).toContain(text('question.prepared', { count: 1 }));
    expect(cardText()).not.toContain('parentMessageId');
  });

  it('is not put again for what is written there after it was put, and says so still once it is closed', async () => {
    const { outside, id, root, carryOut, cardText } = await asked(['Ét']);
    await outside.app.handle(outside.reply(root, { text: 'Efter' }));
    const updates: string[] = [];
    const watching = outside.instance({
      before: (name) => {
        if (name === 'update') updates.push(name);
        return Promise.resolve();
      },
    });
    await look(watching.deps, { table: 'Meetings', partition: id, key: 'r001!p!q' });
    expect(updates).toEqual([]);
    await carryOut({ type: 'closeRound', round: 'r001' });
    expect(cardText()).toContain(text('question.closed', { count: 2 }));
    expect(cardText()).toContain(text('question.prepared', { count: 1 }));
    expect(cardText()).toContain(`parentMessageId=${root}`);
  });
});
