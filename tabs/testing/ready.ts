import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';

/** A button once it takes presses: what has just come under the finger takes none. */
export const ready = (name: string, part?: HTMLElement): Promise<HTMLElement> =>
  waitFor(() => {
    const button = (part ? within(part) : screen).getByRole('button', { name });
    expect(takesPresses(button), `${name} takes presses`).toBe(true);
    return button;
  });

export const takesPresses = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') !== 'true';
