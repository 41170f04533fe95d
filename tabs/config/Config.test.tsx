import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createHost, show, text } from '../testing/renderPanel.tsx';
import { createServer } from '../testing/fakeServer.ts';
import { COMMITTEE } from '../testing/views.ts';
import { Config } from './Config.tsx';

const page = <Config />;

it('offers the wide page for a channel', () => {
  const { host } = show(createServer(), { page });
  expect(screen.getByText(text('config.fits'))).toBeInstanceOf(HTMLElement);
  expect(host.offered).toEqual([{ contentUrl: `${location.origin}/tabs/channel.html`, name: text('config.name') }]);
});

it('offers the panel for a meeting in a channel', () => {
  const { host } = show(createServer(), { page, host: createHost({ meeting: 'm' }) });
  expect(host.offered.map(({ contentUrl }) => contentUrl)).toEqual([`${location.origin}/tabs/panel.html`]);
});

it.each(['private', 'shared'] as const)('cannot be saved in a %s channel, and says what to do', (kind) => {
  const { host } = show(createServer(), { page, host: createHost({ channel: { id: COMMITTEE, kind } }) });
  expect(screen.getByText(text('config.otherChannel'))).toBeInstanceOf(HTMLElement);
  expect(host.offered).toEqual([]);
});

it('cannot be saved outside a channel', () => {
  const { host } = show(createServer(), { page, host: createHost({ channel: undefined }) });
  expect(screen.getByText(text('config.noChannel'))).toBeInstanceOf(HTMLElement);
  expect(host.offered).toEqual([]);
});
