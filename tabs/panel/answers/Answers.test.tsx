import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, aViewOf } from '../../testing/views.ts';

const LONG = `${'Vi mangler en fast makker. '.repeat(40)}Det var alt.`;
const whole = (name: string) => screen.findByRole('button', { name: text('answers.whole.label', { name }) });

it('folds a long answer, and shows all of it at a press', async () => {
  const { user } = show(createServer(aViewOf({ answers: [anAnswer({ text: LONG })] })));
  const button = await whole('Jens Bro');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(screen.getByRole('listitem').textContent).not.toContain('Det var alt.');
  await user.click(button);
  expect(screen.getByText(LONG)).toBeInstanceOf(HTMLElement);
  const less = screen.getByRole('button', { name: text('answers.less.label', { name: 'Jens Bro' }) });
  expect(less.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(less);
});

it('brings a long answer back into sight when it is folded from its end', async () => {
  const { user } = show(createServer(aViewOf({ answers: [anAnswer({ text: LONG })] })));
  await user.click(await whole('Jens Bro'));
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function scroll(this: Element) {
    seen.push(this);
  };
  await user.keyboard('{Enter}');
  expect(screen.getByRole('listitem').textContent).not.toContain('Det var alt.');
  expect(seen.map(({ textContent }) => textContent.includes('Vi mangler'))).toEqual([true]);
});

it('folds one’s own long answer too, and no short one', async () => {
  const answers = [anAnswer(), anAnswer({ id: 't2', name: 'Anna Holm', mine: true, source: 'own', text: LONG })];
  show(createServer(aViewOf({ answers })));
  await whole('Anna Holm');
  expect(screen.getByText('Vi mangler en fast makker.')).toBeInstanceOf(HTMLElement);
  expect(screen.getAllByRole('button', { expanded: false })).toHaveLength(1);
});
