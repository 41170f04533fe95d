import type { ElementHandle, Frame, Locator } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Person } from './person.ts';

/** Further than this nobody tabs; who has come no nearer is going in a ring. */
const FAR = 150;
/** How long a busy machine may take to draw what a person sees at once. */
const PATIENCE = { timeout: 10_000 };

/** A person without a mouse. Wherever the focus comes by, it has to be seen. */
export class Keyboard {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  /** Goes with Tab, or back with Shift+Tab, until the target has the focus. */
  async to(target: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < FAR; step += 1) {
      if (await target.evaluate((element) => document.hasFocus() && element === document.activeElement)) return;
      await this.#step(way);
    }
    throw new Error(`${this.#person.key} does not come to ${target.toString()} with ${way}`);
  }

  /** Goes there, presses a key, and waits until the outcome is there; the focus is then somewhere that can be told. */
  async press(target: Locator, outcome: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab', key = 'Enter'): Promise<void> {
    await this.to(target, way);
    await this.#person.page.keyboard.press(key);
    await outcome.waitFor();
    await this.expectFocus();
  }

  async type(target: Locator, words: string, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.to(target, way);
    // As who writes something else: all that is there gives way.
    await this.#person.page.keyboard.press('ControlOrMeta+a');
    await this.#person.page.keyboard.type(words);
  }

  /** Expects that the focus is at something, not lost to the page as a whole. */
  async expectFocus(): Promise<void> {
    const lost = `${this.#person.key} has lost the focus`;
    await vi.waitFor(async () => expect(await this.#focused(), lost).toBeDefined(), PATIENCE);
  }

  async #step(way: string): Promise<void> {
    const left = await this.#focused();
    const looks = left && (await looksOf(left));
    await this.#person.page.keyboard.press(way);
    if (left === undefined) return;
    const what = await left.evaluate((element) => element.outerHTML.slice(0, 200));
    // A look may take a moment to go.
    const same = `looks the same with focus: ${what}`;
    await vi.waitFor(async () => expect(await looksOf(left), same).not.toBe(looks), PATIENCE);
  }

  /** What has the focus, on the page or in the app's frame; undefined where that is nothing but the page. */
  async #focused(): Promise<ElementHandle<Element> | undefined> {
    const onPage = await focusedIn(this.#person.page.mainFrame());
    const inner = await onPage?.contentFrame();
    return inner ? focusedIn(inner) : onPage;
  }
}

async function focusedIn(frame: Frame): Promise<ElementHandle<Element> | undefined> {
  const handle = await frame.evaluateHandle(() => {
    const { activeElement, body } = document;
    return activeElement === body ? null : activeElement;
  });
  return handle.asElement() ?? undefined;
}

const DRAWN = ['border', 'boxShadow', 'backgroundColor', 'color', 'textDecoration', 'transform', 'content'] as const;

/** What the eye can tell about an element: its own lines and colours, and those drawn around it. */
const looksOf = (element: ElementHandle<Element>): Promise<string> =>
  element.evaluate((focused, drawn) => {
    const around = [focused, focused.parentElement ?? focused];
    const styles = around.flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)));
    // An outline that is not drawn has a colour all the same.
    const outlineOf = ({ outlineStyle, outline }: CSSStyleDeclaration): string =>
      outlineStyle === 'none' ? '' : outline;
    return JSON.stringify(styles.map((style) => [outlineOf(style), ...drawn.map((name) => style[name])]));
  }, DRAWN);
