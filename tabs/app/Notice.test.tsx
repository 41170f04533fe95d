import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Notice } from './Notice.tsx';

const looksOf = (kind: 'plain' | 'news' | 'trouble'): string => {
  const { container, unmount } = render(<Notice kind={kind}>Ord</Notice>);
  const looks = container.firstElementChild?.className ?? '';
  unmount();
  return looks;
};

it.each(['news', 'trouble'] as const)('is heard at once: %s', (kind) => {
  render(<Notice kind={kind}>Ord</Notice>);
  expect(screen.getByRole('alert').textContent).toBe('Ord');
});

it('is not heard by itself where nothing was done', () => {
  render(<Notice kind="plain">Ord</Notice>);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('looks like trouble only where there is some', () => {
  expect(new Set([looksOf('plain'), looksOf('news'), looksOf('trouble')]).size).toBe(3);
});
