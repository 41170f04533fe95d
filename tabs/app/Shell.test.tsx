import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../testing/fakeServer.ts';
import { createHost, show } from '../testing/renderPanel.tsx';

it('has what the browser draws itself go with Teams’ theme', async () => {
  const host = createHost();
  show(createServer(), { host });
  const scheme = () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).colorScheme;
  await waitFor(() => expect(scheme()).toBe('light'));
  for (const [theme, is] of [
    ['dark', 'dark'],
    ['contrast', 'dark'],
    ['default', 'light'],
  ] as const) {
    act(() => host.changeTheme(theme));
    expect(scheme()).toBe(is);
  }
});
