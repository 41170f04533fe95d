import { describe, expect, it } from 'vitest';
import { placeOfLink, threadLink } from './link.ts';

const committee = '19:udvalg/a+b@thread.tacv2';
const link = threadLink({ committee, root: '1778745600000', tenant: 'tenant', group: 'group' });

describe('threadLink', () => {
  it('is a link of Teams to the thread, with nothing left to be misread', () => {
    const { origin, pathname, searchParams } = new URL(link);
    expect(origin).toBe('https://teams.microsoft.com');
    expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'l', 'message', committee, '1778745600000']);
    expect(Object.fromEntries(searchParams)).toEqual({
      tenantId: 'tenant',
      groupId: 'group',
      parentMessageId: '1778745600000',
    });
  });
});

describe('placeOfLink', () => {
  const post = { root: '1778745600000', message: '1778745600000' };

  it('reads what threadLink writes', () => expect(placeOfLink(link, committee)).toEqual(post));

  it('tells a reply from the thread that it stands in', () => {
    const reply = `https://teams.microsoft.com/l/message/${encodeURIComponent(committee)}/1778745699999?tenantId=x&parentMessageId=1778745600000&createdTime=1`;
    expect(placeOfLink(reply, committee)).toEqual({ root: '1778745600000', message: '1778745699999' });
  });

  it('takes a post’s own link that names no thread', () => {
    const link = `https://teams.cloud.microsoft/l/message/${encodeURIComponent(committee)}/1778745600000`;
    expect(placeOfLink(link, committee)).toEqual(post);
  });

  it.each([
    '',
    'https://example.invalid/1778745600000',
    'https://teams.microsoft.com/l/message/19%3Aanother%40thread.tacv2/1778745600000?parentMessageId=1778745600000',
    'https://teams.microsoft.com/l/message/%E0%A4%A/1778745600000',
    `https://teams.microsoft.com/l/message/${encodeURIComponent(committee)}/not-a-number`,
  ])('finds no thread in %j', (other) => expect(placeOfLink(other, committee)).toBeUndefined());
});
