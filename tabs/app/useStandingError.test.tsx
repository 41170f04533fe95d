import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useStandingError } from './useStandingError.ts';

const trouble = new Error('no connection');
const pending = { data: undefined, error: null };

const begin = (first: Parameters<typeof useStandingError>[0]) =>
  renderHook((read: Parameters<typeof useStandingError>[0]) => useStandingError(read), { initialProps: first });

it('stands while it is tried again, until something is read', () => {
  const { result, rerender } = begin(pending);
  expect(result.current).toBeNull();
  rerender({ data: undefined, error: trouble });
  rerender(pending);
  expect(result.current).toBe(trouble);
  rerender({ data: {}, error: null });
  expect(result.current).toBeNull();
});

it('is forgotten once something was read', () => {
  const { result, rerender } = begin({ data: undefined, error: trouble });
  rerender({ data: {}, error: null });
  rerender(pending);
  expect(result.current).toBeNull();
});

it('is the newest one', () => {
  const { result, rerender } = begin({ data: undefined, error: trouble });
  const other = new Error('refused');
  rerender({ data: undefined, error: other });
  rerender(pending);
  expect(result.current).toBe(other);
});
