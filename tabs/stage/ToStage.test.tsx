import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { createServer } from '../testing/fakeServer.ts';
import { createHost, show, text as panelText } from '../testing/renderPanel.tsx';
import { loadLeadText } from '../panel/facilitator/useLeadText.ts';
import { ready } from '../testing/ready.ts';
import { aViewOf } from '../testing/views.ts';
import { loadStageText } from './useStageText.ts';

const text = await loadStageText(panelText);
const lead = await loadLeadText(panelText);
const led = aViewOf({}, { lead: { name: 'Anna Holm', mine: true } });

function beside(view: typeof led, shareToStage: Host['shareToStage'], can = true) {
  const change = { canShareToStage: () => Promise.resolve(can), shareToStage };
  return show(createServer(view), { host: createHost({ frame: 'sidePanel', meeting: 'm' }, change) });
}
const button = () => screen.findByRole('button', { name: text('stage.share') });
const toMore = () => ready(lead('more'));

it('shows the screen’s page on the meeting’s stage, for whoever leads', async () => {
  const shared: string[] = [];
  const { user } = beside(led, (url) => {
    shared.push(url);
    return Promise.resolve();
  });
  await user.click(await toMore());
  await user.click(await button());
  await screen.findAllByText(text('stage.shared'));
  expect(document.activeElement).toBe(await toMore());
  expect(shared).toEqual([new URL('/tabs/stage.html', location.origin).href]);
});

it('says what to do where Teams refuses', async () => {
  const { user } = beside(led, () => Promise.reject(new Error('1000')));
  await user.click(await toMore());
  await user.click(await button());
  await screen.findByText(text('stage.notShared'));
});

it('is there for the referent too, and not for the others or where Teams does not offer it', async () => {
  const share = () => Promise.resolve();
  const scribe = beside(aViewOf({}, { scribe: { name: 'Anna Holm', mine: true } }), share);
  await button();
  scribe.leave();
  for (const [view, can] of [
    [aViewOf({}), true],
    [led, false],
  ] as const) {
    const { user, leave } = beside(view, share, can);
    await screen.findByRole('heading', { level: 1 });
    if (view.item?.lead.mine) await user.click(await toMore());
    await screen.findByRole('button', { name: text('mine') });
    await waitFor(() => expect(document.body.textContent).not.toContain(text('loading')));
    expect(screen.queryByRole('button', { name: text('stage.share') })).toBeNull();
    leave();
  }
});
