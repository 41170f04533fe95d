import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PLAN_LIMIT } from '../../api/planLimits.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../testing/views.ts';
import { answerForm, beginChange, lead, plansSent, viewOf } from './testing/changingPlan.ts';

const press = ready;
const begin = beginChange;

const angle = (position: number) => screen.getByLabelText(text('picker.angle.label', { position }));

it('says which question of the material has been put, and lets nobody choose it once more', async () => {
  const shown = await begin();
  const put = await screen.findByRole('checkbox', { name: 'Spørgsmål 1 i tema 1?', hidden: true });
  expect(put).toHaveProperty('disabled', true);
  // It is on the plan, and what it says is read all the same.
  expect(put).toHaveProperty('checked', true);
  const label = document.querySelector(`label[for="${put.id}"]`);
  expect(label && getComputedStyle(label).color).not.toBe(
    label?.parentElement && getComputedStyle(label.parentElement).color,
  );
  const about = put.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(about)?.textContent).toBe(text('picker.put'));
  await shown.user.click(put);
  expect(screen.queryByText(text('plan.overtaken'))).toBeNull();
  expect(screen.getByRole('checkbox', { name: 'Spørgsmål 1 i tema 2?', hidden: true })).toHaveProperty(
    'disabled',
    false,
  );
});

it('says which minutes cannot be, keeps them in their field, and sends nothing', async () => {
  const shown = await begin();
  const minutes = screen.getByLabelText<HTMLInputElement>(text('picker.minutes.label', { position: 3 }));
  for (const written of ['0', '10.000', 'otte']) {
    await shown.user.clear(minutes);
    await shown.user.type(minutes, written);
    await shown.user.click(await press(text('plan.save')));
    expect(minutes.value).toBe(written);
    expect(document.activeElement).toBe(minutes);
    expect(minutes.getAttribute('aria-invalid')).toBe('true');
    const wrong = screen.getByText(text('picker.minutes.wrong', { least: 1, most: 240 }));
    expect(minutes.getAttribute('aria-describedby')).toBe(wrong.id);
    expect(screen.getByText(text('picker.sum.wrong'))).toBeInstanceOf(HTMLElement);
  }
  expect(plansSent(shown)).toEqual([]);
  await shown.user.clear(minutes);
  await shown.user.type(minutes, '12');
  expect(screen.getByText(text('picker.sum.left', { count: 2, minutes: 20 }))).toBeInstanceOf(HTMLElement);
});

it('unfolds an angle that is too long, and says how long it may be', async () => {
  const shown = await begin();
  await shown.user.click(angle(2));
  await shown.user.paste('x'.repeat(301));
  await shown.user.click(await press(text('plan.save')));
  expect(document.activeElement).toBe(angle(2));
  expect(angle(2).closest('details')?.open).toBe(true);
  expect(screen.getByText(text('picker.angle.tooLong', { limit: 300, length: 301 }))).toBeInstanceOf(HTMLElement);
  expect(plansSent(shown)).toEqual([]);
});

it('does not save a plan without questions', async () => {
  const waiting = aPlanned({ id: '1/2', text: 'Spørgsmål 2 i tema 1?' });
  const shown = show(createServer(aView({ item: anItem({ lead, plan: [waiting] }) })));
  answerForm(shown.server);
  await shown.user.click(await press(text('plan.change')));
  await shown.user.click(await press(text('picker.remove.label', { position: 1 })));
  expect(document.activeElement?.textContent).toBe(text('picker.choose'));
  expect(screen.queryByText(text('picker.chosen', { count: 0 }))).toBeNull();
  await shown.user.click(screen.getByRole('button', { name: text('plan.save') }));
  expect(screen.getByText(text('picker.needsOne'))).toBeInstanceOf(HTMLElement);
  expect(plansSent(shown)).toEqual([]);
});

it('does not save a plan that there is no room for, and says so also of a question not added yet', async () => {
  const full = Array.from({ length: PLAN_LIMIT }, (_, index) =>
    aPlanned({ id: `own/${index}`, text: `Nummer ${index}?`, theme: undefined }),
  );
  const shown = await begin(viewOf({ plan: full }));
  const tooMany = text('picker.tooMany', { count: 1, limit: PLAN_LIMIT });
  expect(screen.queryByText(tooMany)).toBeNull();
  await shown.user.type(screen.getByLabelText(text('picker.own')), 'x');
  expect(screen.getByText(tooMany)).toBeInstanceOf(HTMLElement);
  const save = screen.getByRole('button', { name: text('plan.save') });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  await shown.user.click(save);
  expect(plansSent(shown)).toEqual([]);
});
