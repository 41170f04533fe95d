import { it } from 'vitest';
import { Stage } from '../support/stage.ts';
import { STAND_IN } from '../support/person.ts';
import { panelWords as w } from '../support/words.ts';
it('look', async () => {
  const stage = await Stage.open();
  try {
  const p = await stage.enter('formand');
  await p.page.screenshot({ path: '/tmp/look/0.png' });
  await p.tool(STAND_IN.install);

  await p.page.screenshot({ path: '/tmp/look/1.png' });
  await p.saveTab();
  await p.app.getByRole('button', { name: w('open.begin') }).waitFor();
  await p.page.screenshot({ path: '/tmp/look/2.png' });
  await p.press(w('open.begin'));
  await p.app.getByLabel(w('open.title')).waitFor();
  await p.app.getByText('3 · En attraktiv').click();
  await p.app.getByRole('checkbox').nth(0).click();
  await p.app.getByRole('checkbox').nth(1).click();
  await p.page.screenshot({ path: '/tmp/look/3.png' });
  await p.press(w('open.confirm'));
  await p.app.getByRole('button', { name: w('lead.put') }).waitFor();
  await p.page.screenshot({ path: '/tmp/look/4.png' });
  await p.press(w('lead.put'));
  await p.app.getByRole('button', { name: w('lead.close') }).waitFor();
  await p.app.getByText(w('post.question.sending')).waitFor({ state: 'hidden' });
  await p.page.screenshot({ path: '/tmp/look/5.png' });
  const a = await stage.enter('amr');
  await a.answerInPanel('Vi mangler en fast makker den første uge');
  await a.answer('makker').waitFor();
  await a.show('dark');
  await a.page.screenshot({ path: '/tmp/look/6.png' });
  await a.show('contrast');
  await a.page.screenshot({ path: '/tmp/look/7.png' });
  stage.faults.expectNone();
  } finally { await stage.close(); }
});
