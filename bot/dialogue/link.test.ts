import { describe, expect, it } from 'vitest';
import { rootOfLink, threadLink } from './link.ts';

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

describe('rootOfLink', () => {
  it('reads what threadLink writes', () => expect(rootOfLink(link, committee)).toBe('1778745600000'));

  it('takes the thread, not the reply that the link was copied from', () => {
    const reply = `https://teams.microsoft.com/l/message/${encodeURIComponent(committee)}/1778745699999?tenantId=x&parentMessageId=1778745600000&createdTime=1`;
    expect(rootOfLink(reply, committee)).toBe('1778745600000');
  });

  it('takes a post’s own link that names no thread', () => {
    const post = `https://teams.cloud.microsoft/l/message/${encodeURIComponent(committee)}/1778745600000`;
    expect(rootOfLink(post, committee)).toBe('1778745600000');
  });

  it.each([
    '',
    'https://example.invalid/1778745600000',
    'https://teams.microsoft.com/l/message/19%3Aanother%40thread.tacv2/1778745600000?parentMessageId=1778745600000',
    'https://teams.microsoft.com/l/message/%E0%A4%A/1778745600000',
    `https://teams.microsoft.com/l/message/${encodeURIComponent(committee)}/not-a-number`,
  ])('finds no thread in %j', (other) => expect(rootOfLink(other, committee)).toBeUndefined());
});
