import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { APP_ID, standIns } from './testing/standIn.ts';

const start = standIns();
const card = (...body: object[]) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body },
});
const thread = (activity: object, id = COMMITTEE) => ({ isGroup: true, channelData: { channel: { id } }, activity });
const message = (text: string) => ({ type: 'message', text });
const enc = encodeURIComponent;

describe('the Connector', () => {
  it('makes a thread, replies in it, updates and deletes', async () => {
    const { connector, install, state } = await start();
    await install();
    const made = await connector('POST', 'v3/conversations', thread({ type: 'message', attachments: [card()] }));
    const root = String(made.json['activityId']);
    expect(made).toMatchObject({ status: 201, json: { id: `${COMMITTEE};messageid=${root}` } });
    const path = `v3/conversations/${enc(`${COMMITTEE};messageid=${root}`)}/activities`;
    const onBehalfOf = [{ itemid: 0, mentionType: 'person', mri: (await state('amr')).me.mri, displayName: 'X' }];
    const reply = await connector('POST', path, { ...message('Svar'), channelData: { onBehalfOf } });
    const id = String(reply.json['id']);
    expect(reply.status).toBe(201);
    expect((await connector('PUT', `${path}/${root}`, { ...message('Lukket'), textFormat: 'plain' })).json).toEqual({
      id: root,
    });
    const { messages } = await state('medlem1');
    expect(messages.slice(-2)).toMatchObject([
      { id: root, root, from: 'bot', text: 'Lukket', cards: [], format: 'plain' },
      { id, root, text: 'Svar', format: 'markdown', onBehalfOf: 'Anna Holm' },
    ]);
    expect(messages.at(-2)?.edited).not.toBeNull();
    expect((await connector('DELETE', `${path}/${id}`)).status).toBe(200);
    expect((await connector('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await state('medlem1')).messages.at(-1)).toMatchObject({ id, deleted: true, text: '' });
  });
  it('does not thread by replyToId, and forgets typing', async () => {
    const { connector, install, state } = await start();
    await install();
    const { json } = await connector('POST', 'v3/conversations', thread(message('Rod')));
    const path = `v3/conversations/${enc(COMMITTEE)}/activities`;
    const reply = await connector('POST', `${path}/${String(json['activityId'])}`, message('Ny'));
    await connector('POST', path, { type: 'typing' });
    expect((await state('amr')).messages.at(-1)).toMatchObject({ id: reply.json['id'], root: reply.json['id'] });
  });
  it('splits text and card, and gives no id then', async () => {
    const { connector, install, state } = await start();
    await install();
    const both = { ...message('Tekst'), attachments: [card()] };
    const made = await connector('POST', 'v3/conversations', thread(both));
    expect(made.json['activityId']).toBeUndefined();
    const id = enc(String(made.json['id']));
    expect((await connector('POST', `v3/conversations/${id}/activities`, both)).json).toEqual({});
    const [first, second, third, fourth] = (await state('amr')).messages.slice(-4);
    expect([first?.text, second?.cards.length, third?.text, fourth?.cards.length]).toEqual(['Tekst', 1, 'Tekst', 1]);
    expect(new Set([first?.root, second?.root, third?.root, fourth?.root]).size).toBe(1);
    const path = `v3/conversations/${id}/activities/${String(second?.id)}`;
    expect((await connector('PUT', path, both)).status).toBe(400);
  });
  it('finds members by either id, pages them, and lists channels', async () => {
    const { connector, install, state, teams } = await start({ options: { extraMembers: 120 } });
    await install();
    const { me } = await state('naestformand');
    const base = `v3/conversations/${enc(TEAM.id)}`;
    for (const id of [me.mri, me.oid])
      expect((await connector('GET', `${base}/members/${enc(id)}`)).json).toEqual({
        id: me.mri,
        objectId: me.oid,
        name: 'Jens Bro',
        givenName: 'Jens',
        surname: 'Bro',
        email: me.upn,
        userPrincipalName: me.upn,
        tenantId: teams.addresses.tenantId,
        userRole: 'user',
      });
    const outsider = await connector('GET', `${base}/members/${guid('udenfor')}`);
    expect(outsider).toMatchObject({ status: 404, json: { error: { code: 'MemberNotFoundInConversation' } } });
    const ids: string[] = [];
    for (let next: unknown = ''; typeof next === 'string';) {
      const query = next === '' ? '' : `&continuationToken=${next}`;
      const { json } = await connector('GET', `${base}/pagedmembers?pageSize=50${query}`);
      ids.push(...(json['members'] as { id: string }[]).map(({ id }) => id));
      next = json['continuationToken'];
    }
    expect([ids.length, new Set(ids).size]).toEqual([125, 125]);
    const team = await connector('GET', `v3/teams/${enc(TEAM.id)}`);
    expect(team.json).toMatchObject({ aadGroupId: TEAM.aadGroupId, memberCount: 125, channelCount: 2 });
    const { json } = await connector('GET', `v3/teams/${enc(TEAM.id)}/conversations`);
    expect(json).toEqual({
      conversations: [
        { id: TEAM.id, type: 'standard' },
        { id: COMMITTEE, type: 'standard', name: 'Lokaludvalget' },
      ],
    });
  });
  it('refuses in Teams’ form', async () => {
    const { connector, install, api, call, teams, state } = await start({ limits: { messageBytes: 2000 } });
    const code = async (...args: Parameters<typeof connector>) => {
      const { status, json } = await connector(...args);
      return [status, (json['error'] as { code: string } | undefined)?.code];
    };
    expect(await code('POST', 'v3/conversations', thread(message('x')))).toEqual([403, 'BotNotInConversationRoster']);
    expect(await code('GET', `v3/teams/${enc(TEAM.id)}`)).toEqual([403, 'BotNotInConversationRoster']);
    await install();
    expect(await code('POST', 'v3/conversations', thread(message('x'), '19:no@thread.tacv2'))).toEqual([
      404,
      'ConversationNotFound',
    ]);
    expect(await code('POST', 'v3/conversations', thread(message('x'.repeat(2001))))).toEqual([
      413,
      'MessageSizeTooBig',
    ]);
    expect(await code('POST', 'v3/conversations', thread(message('')))).toEqual([400, 'BadSyntax']);
    const inThread = `v3/conversations/${enc(`${COMMITTEE};messageid=1`)}/activities`;
    expect(await code('POST', inThread, message('x'))).toEqual([404, 'ConversationNotFound']);
    const { json } = await api('POST', 'posts', { as: 'amr', text: 'Min' });
    const theirs = `v3/conversations/${enc(COMMITTEE)}/activities/${String(json['id'])}`;
    expect(await code('PUT', theirs, message('x'))).toEqual([403, 'NotEnoughPermissions']);
    expect(await code('DELETE', theirs.replace(/\d+$/, '12'))).toEqual([404, 'ActivityNotFoundInConversation']);
    const hidden = (await state('formand')).places.find(({ type }) => type === 'private')?.id;
    expect(await code('POST', 'v3/conversations', thread(message('x'), hidden))).toEqual([
      403,
      'BotNotInConversationRoster',
    ]);
    for (const authorization of ['', 'Bearer a.b.c', 'Bearer x'])
      expect((await call('GET', `${teams.addresses.serviceUrl}v3/teams/x`, undefined, { authorization })).status).toBe(
        401,
      );
    expect(teams.calls.at(-1)).toMatchObject({ method: 'GET', path: '/connector/v3/teams/x', status: 401 });
  });
  it('answers 429 above the rate of a channel, and says how long to wait', async () => {
    let now = 1_700_000_000_000;
    const { connector, install } = await start({ options: { clock: () => now } });
    await install();
    const send = async (id = COMMITTEE) => connector('POST', 'v3/conversations', thread(message('x'), id));
    for (let i = 0; i < 7; i++) expect((await send()).status).toBe(201);
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await send(TEAM.id)).status).toBe(201);
    now += 1001;
    expect([(await send()).status, (await send()).status]).toEqual([201, 429]);
    now += 40_000;
    let sent = 0;
    for (; sent < 70; sent++) {
      now += 250;
      if ((await send()).status === 429) break;
    }
    expect(sent).toBe(60);
  });
});

describe('tokens and Graph', () => {
  it('gives owners only with the permission, in pages', async () => {
    const { graph, install } = await start({ options: { extraMembers: 3 } });
    await install();
    const first = await graph('GET', `teams/${TEAM.aadGroupId}/members?$top=5`);
    const value = first.json['value'] as { userId: string; roles: string[] }[];
    expect(value.filter(({ roles }) => roles.includes('owner')).map(({ userId }) => userId)).toEqual([guid('formand')]);
    const next = String(first.json['@odata.nextLink']).split('/v1.0/')[1] ?? '';
    const second = await graph('GET', next);
    expect([value.length, (second.json['value'] as unknown[]).length]).toEqual([5, 3]);
    expect(second.json).not.toHaveProperty('@odata.nextLink');
    expect((await graph('GET', 'teams/other/members')).status).toBe(404);
    const without = await start({ permissions: ['ChannelMessage.Read.Group'] });
    await without.install();
    expect((await without.graph('GET', `teams/${TEAM.aadGroupId}/members`)).status).toBe(403);
  });
  it('holds an app token to its resource and its app', async () => {
    const { call, token, teams } = await start();
    const { graphUrl, tokenUrl, serviceUrl } = teams.addresses;
    const authorization = `Bearer ${await token('https://api.botframework.com/.default')}`;
    expect((await call('GET', `${graphUrl}/teams/x/members`, undefined, { authorization })).status).toBe(401);
    expect((await call('GET', `${serviceUrl}v3/teams/x`, undefined, { authorization })).status).toBe(404);
    const grant = { grant_type: 'client_credentials', scope: 'x/.default' };
    for (const form of [
      { ...grant, client_id: 'other' },
      { ...grant, client_id: APP_ID, scope: 'x' },
    ])
      expect((await call('POST', tokenUrl, new URLSearchParams(form).toString())).status).toBe(400);
  });
  it('gives user tokens that jose accepts', async () => {
    const { api, teams } = await start();
    const { userKeysUrl, tenantId } = teams.addresses;
    const { json } = await api('GET', 'token?as=medlem2');
    const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
    const { payload } = await jwtVerify(String(json['token']), createRemoteJWKSet(new URL(userKeysUrl)), {
      issuer,
      audience: APP_ID,
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({
      tid: tenantId,
      oid: guid('medlem2'),
      name: 'Fatima Yıldız',
      preferred_username: 'medlem2@laerkeby.example',
      scp: 'access_as_user',
      ver: '2.0',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(decodeJwt(String((await api('GET', 'token?as=udenfor')).json['token'])).oid).toBe(guid('udenfor'));
  });
  it('gives no user token where the manifest does not name the app', async () => {
    const { api } = await start({ manifest: (manifest) => ({ ...manifest, webApplicationInfo: { id: 'other' } }) });
    expect((await api('GET', 'token?as=medlem2')).status).toBe(403);
  });
});
