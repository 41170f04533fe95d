import { describe, expect, it } from 'vitest';
import { COMMITTEE, TEAM } from './state.ts';
import { converse, standIns } from './testing/standIn.ts';
import type { StandIn } from './testing/standIn.ts';
import { DEFAULT_SWITCHES } from './world.ts';

const start = standIns();
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  actions: [{ type: 'Action.Execute', title: 'Svar', verb: 'answer', data: { post: 'p1' } }],
};
/** A card of the bot's in the channel, and what presses it. */
async function putCard({ connector, api }: StandIn) {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  const activity = { type: 'message', attachments };
  const body = { isGroup: true, channelData: { channel: { id: COMMITTEE } }, activity };
  const id = String((await connector('POST', 'v3/conversations', body)).json['activityId']);
  const press = (as: string, answer: string) =>
    api('POST', `cards/${id}/execute`, { as, verb: 'answer', data: { answer } });
  return { id, press, again: (as: string) => api('POST', `cards/${id}/again`, { as }) };
}
/** What came of presses: their ids and what was written. */
const pressesAt = ({ bot }: StandIn) =>
  bot.activities().map(({ id, timestamp, value }) => {
    const { action } = value as { action: { data: { answer: string } } };
    return { id, timestamp, answer: action.data.answer };
  });

describe('a press that is brought again', () => {
  it('has a new id, the same words and the same time, and its answer is the bot’s', async () => {
    const standIn = await start();
    await standIn.install();
    const { press, again } = await putCard(standIn);
    await press('amr', 'Først');
    await press('medlem1', 'Fra en anden');
    standIn.bot.answers.push({ status: 200, body: { statusCode: 200, value: 'Gemt' } });
    expect(await again('amr')).toMatchObject({ status: 200, json: { status: 200, body: { value: 'Gemt' } } });
    const [first, , third] = pressesAt(standIn);
    expect(third).toEqual({ ...first, id: third?.id });
    expect(third?.id).not.toBe(first?.id);
    expect((await again('formand')).status).toBe(404);
  });
  it('comes by itself, once, as long as the switch says so', async () => {
    const standIn = await start();
    await standIn.install();
    const { press } = await putCard(standIn);
    expect((await standIn.api('PUT', 'switches', { as: 'amr', presses: false })).status).toBe(200);
    await press('amr', 'Først');
    await standIn.teams.settled();
    await standIn.api('PUT', 'switches', { as: 'amr', presses: true });
    await press('amr', 'Så');
    await standIn.teams.settled();
    expect(pressesAt(standIn).map(({ answer }) => answer)).toEqual(['Først', 'Først', 'Så']);
    expect(new Set(pressesAt(standIn).map(({ id }) => id)).size).toBe(3);
  });
});

describe('switches', () => {
  it('can all be set over HTTP, and hold for everybody', async () => {
    const standIn = await start();
    const { meetingPayload, ...flags } = DEFAULT_SWITCHES;
    const other = Object.fromEntries(Object.entries(flags).map(([name, is]) => [name, !is]));
    const body = { as: 'medlem1', meetingPayload: 'pascal', ...other };
    expect((await standIn.api('PUT', 'switches', body)).status).toBe(200);
    expect((await standIn.state('formand')).switches).toEqual({ meetingPayload: 'pascal', ...other });
    expect(standIn.teams.switches).toEqual({ meetingPayload: 'pascal', ...other });
    expect(meetingPayload).toBe('camel');
  });
  it.each([{ edits: 'no' }, { meetingPayload: 'snake' }, { unknown: true }])(
    'are left as they are by %j',
    async (body) => {
      const standIn = await start();
      expect((await standIn.api('PUT', 'switches', { as: 'amr', ...body })).status).toBe(400);
      expect(standIn.teams.switches).toEqual(DEFAULT_SWITCHES);
    },
  );
});

describe('a reply without words', () => {
  type Listed = { deletedDateTime: string | null; attachments: object[]; body: { content: string } };
  const listed = async ({ graph }: StandIn, root: string) => {
    const path = `teams/${TEAM.aadGroupId}/channels/${COMMITTEE}/messages/${root}/replies`;
    return ((await graph('GET', path)).json['value'] as Listed[])[0];
  };

  it('that is a picture has it as an attachment and in the rich text, here and in Graph', async () => {
    const standIn = await start();
    await standIn.install();
    const { root, id } = await converse(standIn, { attached: 'picture' });
    const told = standIn.bot.activities().find((one) => one['id'] === id);
    expect(told).toMatchObject({
      attachments: [
        {
          contentType: 'image/*',
          contentUrl: expect.stringMatching(/\/v3\/attachments\/.+\/views\/original$/) as string,
        },
        { contentType: 'text/html', content: expect.stringMatching(/<img [^>]+ alt="image">/) as string },
      ],
    });
    expect(told).not.toHaveProperty('text');
    const found = await listed(standIn, root);
    expect(found).toMatchObject({ attachments: [] });
    expect(found?.body.content).toMatch(
      /<img src="[^"]+\/replies\/\d+\/hostedContents\/[\w-]+\/\$value"[^>]* alt="image"/,
    );
  });
  it('that is a file is told as nothing at all, and Graph has the file', async () => {
    const standIn = await start();
    await standIn.install();
    const { root, id } = await converse(standIn, { attached: 'file' });
    const told = standIn.bot.activities().find((one) => one['id'] === id);
    expect(told).toMatchObject({ type: 'message', attachments: [{ contentType: 'text/html', content: '' }] });
    expect(told).not.toHaveProperty('text');
    const found = await listed(standIn, root);
    const [file] = found?.attachments as { id: string }[];
    expect(file).toMatchObject({ contentType: 'reference', name: 'Referat.docx' });
    expect(found?.body.content).toContain(`<attachment id="${String(file?.id)}"></attachment>`);
  });
  it('is in Graph again once its deletion was taken back', async () => {
    const standIn = await start();
    await standIn.install();
    const { root, id } = await converse(standIn, { attached: 'picture' });
    const before = await listed(standIn, root);
    await standIn.api('DELETE', `messages/${id}?as=medlem1`);
    const gone = await listed(standIn, root);
    expect(gone).toMatchObject({ attachments: [], body: { content: '' } });
    expect(Date.parse(gone?.deletedDateTime ?? '')).toBeGreaterThan(0);
    await standIn.api('POST', `messages/${id}/undelete`, { as: 'medlem1' });
    expect(await listed(standIn, root)).toMatchObject({ deletedDateTime: null, body: before?.body });
  });
});
