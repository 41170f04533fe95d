import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseMore } from '../../testing/chooseMore.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aViewOf, at } from '../../testing/views.ts';

const SOON = { timeout: 5_000 };
const lead = { name: 'Anna Holm', mine: true };
const other = { name: 'Bo Juhl', mine: false };
const plan = [aPlanned({ status: 'open' })];
const opened = aViewOf({}, { lead, plan });
const handedOver = aViewOf({}, { lead: other, plan, version: at('10:40') });

function begin(view = opened) {
  const server = createServer(view);
  server.people.push({ person: 'oid-anna', name: 'Anna Holm' }, { person: 'oid-bo', name: 'Bo Juhl' });
  server.people.push({ person: 'oid-ida', name: 'Ida Lund' });
  return show(server);
}

it('gives the lead to somebody who has not opened the panel: choose, press', async () => {
  const { user, server } = begin();
  await chooseMore(user, text('more.handOver'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(text('people.search'))));
  await user.click(await screen.findByRole('radio', { name: 'Bo Juhl' }));
  expect(screen.queryByRole('radio', { name: 'Anna Holm' })).toBeNull();
  server.answerNextAndShow(handedOver);
  await user.click(await ready(text('handOver.confirm', { name: 'Bo Juhl' })));
  expect(await screen.findByText(text('leadNow.other', { name: 'Bo Juhl' }), { selector: 'main *' })).toBeInstanceOf(
    HTMLElement,
  );
  expect(server.asked[0]).toMatchObject({ method: 'POST', body: { to: 'oid-bo' } });
  expect(screen.queryByRole('region', { name: text('lead.bar') })).toBeNull();
});

it('tells whoever gets the lead, who then has the bar, until they put it away', async () => {
  const { user, server } = begin(aViewOf({}, { lead: other, plan }));
  await screen.findByText(text('answers.empty'));
  server.show(aViewOf({}, { lead, plan, version: at('10:40') }));
  await screen.findByText(text('leadNow.you'), { selector: 'main *' }, SOON);
  expectText(screen.getByRole('status'), text('leadNow.you'));
  await ready(text('lead.close'));
  await user.click(screen.getByRole('button', { name: text('putAway') }));
  expect(screen.queryByText(text('leadNow.you'), { selector: 'main *' })).toBeNull();
});

it('is only heard by those whom it does not concern', async () => {
  const { server } = begin(aViewOf({}, { lead: { name: 'Ida Lund', mine: false }, plan }));
  await screen.findByText(text('answers.empty'));
  server.show(handedOver);
  const sentence = text('leadNow.other', { name: 'Bo Juhl' });
  await waitFor(() => expectText(screen.getByRole('status'), sentence), SOON);
  expect(screen.queryByText(sentence, { selector: 'main *' })).toBeNull();
});

it('begins with the question, not with the page that led away, for whoever gets the lead back', async () => {
  const { user, server } = begin();
  await chooseMore(user, text('more.handOver'));
  await user.click(await screen.findByRole('radio', { name: 'Bo Juhl' }));
  server.answerNextAndShow(handedOver);
  await user.click(await ready(text('handOver.confirm', { name: 'Bo Juhl' })));
  await screen.findByText(text('leadNow.other', { name: 'Bo Juhl' }), { selector: 'main *' });
  server.show(aViewOf({}, { lead, plan, version: at('10:41') }));
  await waitFor(
    () => expect(screen.getByRole('button', { name: text('lead.close') })).toBeInstanceOf(HTMLElement),
    SOON,
  );
});

it('finds somebody by a few letters, and says where nobody is called so', async () => {
  const { user } = begin();
  await chooseMore(user, text('more.handOver'));
  await user.type(await screen.findByLabelText(text('people.search')), 'Ida');
  await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(1));
  await user.type(screen.getByLabelText(text('people.search')), 'x');
  expect(await screen.findByText(text('people.none'))).toBeInstanceOf(HTMLElement);
});

it('says that somebody must be chosen first, until somebody is', async () => {
  const { user, server } = begin();
  await chooseMore(user, text('more.handOver'));
  await user.click(await ready(text('handOver.choose')));
  expectText(await screen.findByRole('alert'), text('people.missing'));
  expect(server.asked).toEqual([]);
  await user.click(await screen.findByRole('radio', { name: 'Bo Juhl' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('names whoever is gone, and has somebody else chosen', async () => {
  const { user, server } = begin();
  await chooseMore(user, text('more.handOver'));
  await user.click(await screen.findByRole('radio', { name: 'Bo Juhl' }));
  server.answerNext(refusal(400, { code: 'PersonNotMember' }));
  await user.click(await ready(text('handOver.confirm', { name: 'Bo Juhl' })));
  expectText(await screen.findByRole('alert'), text('people.gone', { name: 'Bo Juhl' }));
  expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['oid-ida']);
  expect(screen.getByRole('button', { name: text('handOver.choose') })).toBeInstanceOf(HTMLElement);
});

it('shows who leads now, and no bar, to whoever presses and does not lead any more', async () => {
  const { user, server } = begin();
  const close = await ready(text('lead.close'));
  server.answerNextAndShow(handedOver, refusal(403, { code: 'NotFacilitator' }));
  await user.click(close);
  expectText(await screen.findByRole('alert'), text('first.lead', { name: 'Bo Juhl' }));
  expect(screen.queryByRole('region', { name: text('lead.bar') })).toBeNull();
  expect(document.body.textContent).not.toContain(text('lead.you'));
  // Told once, also when that is put away.
  await user.click(await ready(text('putAway')));
  expect(screen.queryByText(text('leadNow.other', { name: 'Bo Juhl' }), { exact: false })).toBeNull();
});

it('makes somebody referent, and goes on without one', async () => {
  const { user, server } = begin();
  await chooseMore(user, text('more.scribe'));
  await user.click(await screen.findByRole('radio', { name: 'Ida Lund' }));
  const scribe = { name: 'Ida Lund', mine: false };
  server.answerNextAndShow(aViewOf({}, { lead, plan, scribe, version: at('10:40') }));
  await user.click(await ready(text('scribe.confirm', { name: 'Ida Lund' })));
  await chooseMore(user, text('more.scribe.change', { name: 'Ida Lund' }));
  expect(await screen.findByRole('heading', { name: text('scribe.change') })).toBeInstanceOf(HTMLElement);
  expect(await screen.findByRole('radio', { name: text('scribe.present', { name: 'Ida Lund' }) })).toBeInstanceOf(
    HTMLElement,
  );
  expect(screen.getByRole('radio', { name: 'Bo Juhl' })).toBeInstanceOf(HTMLElement);
  await user.click(await ready(text('scribe.none')));
  await waitFor(() => expect(server.asked.map(({ body }) => body['scribe'])).toEqual(['oid-ida', undefined]));
});
