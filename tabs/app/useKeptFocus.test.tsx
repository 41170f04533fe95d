import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from './useKeptFocus.ts';

type Shows = 'button' | 'nothing' | 'field';

function Page({ shows, about }: { readonly shows: Shows; readonly about?: string }) {
  const main = useKeptFocus<HTMLElement>();
  return (
    <main ref={main} tabIndex={-1}>
      {about !== undefined && <h1 tabIndex={-1}>{about}</h1>}
      {shows === 'button' && <button>Ret</button>}
      {shows === 'field' && <Field />}
    </main>
  );
}

function Field() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <input ref={field} />;
}

afterEach(cleanup);

const nextFrames = () =>
  act(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

describe('the focus of a page that others change', () => {
  it('goes to the page when what had it is gone', async () => {
    const { rerender } = render(<Page shows="button" />);
    screen.getByRole('button').focus();
    rerender(<Page shows="nothing" />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('goes to the heading where the page is about something else by then', async () => {
    const { rerender } = render(<Page shows="button" about="Hvad nu?" />);
    screen.getByRole('button').focus();
    rerender(<Page shows="nothing" about="Og så?" />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Og så?' })));
  });

  it('stays where the person is on a page about the same', async () => {
    const { rerender } = render(<Page shows="button" about="Hvad nu?" />);
    screen.getByRole('button').focus();
    rerender(<Page shows="nothing" about="Hvad nu?" />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('stays with what took it in its place', async () => {
    const { rerender } = render(<Page shows="button" />);
    screen.getByRole('button').focus();
    rerender(<Page shows="field" />);
    await nextFrames();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('is not taken from those who had it nowhere', async () => {
    const { rerender } = render(<Page shows="button" />);
    rerender(<Page shows="nothing" />);
    await nextFrames();
    expect(document.activeElement).toBe(document.body);
  });
});
