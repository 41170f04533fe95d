import { expect, it, vi } from 'vitest';
import { quietWheel } from './quietWheel.ts';

it('keeps a turn of the wheel from the page’s code, and leaves it to the browser', () => {
  const heard = vi.fn();
  document.body.addEventListener('wheel', heard);
  document.body.addEventListener('click', heard);
  quietWheel();
  const turn = new Event('wheel', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(turn);
  document.body.dispatchEvent(new Event('click', { bubbles: true }));
  expect(heard.mock.calls.map(([event]) => (event as Event).type)).toEqual(['click']);
  expect(turn.defaultPrevented).toBe(false);
});
