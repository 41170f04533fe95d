import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { refusal } from '../testing/fakeServer.ts';
import { expectText } from '../testing/renderPanel.tsx';
import { anna, aSetup, aSetupView, jens, lone, soeren } from './testing/aSetup.ts';
import { begin, describedBy, labelled, lastOf, name, press, save, text } from './testing/configPage.tsx';

it('tells Teams why it was not saved, and keeps what was typed', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(409, { code: 'SetupLocked' }));
  expect(await save(shown)).toBe(`${text('error.SetupLocked')} ${text('setup.notSaved')}`);
  expectText(screen.getByRole('alert'), text('error.SetupLocked'));
  expect(name().value).toBe('Lokaludvalget for Lærkeby!');
});

it('shows what somebody else saved first beside what was typed, which is saved over it when pressed again', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(412, { code: 'SetupChanged' }));
  const theirs = aSetup({ revision: 4, level: 'area', members: [anna, soeren] });
  shown.server.answerNext({ status: 200, body: aSetupView({ setup: theirs }) });
  expect(await save(shown)).toBe(`${text('error.SetupChanged')} ${text('setup.notSaved')}`);
  await screen.findByText(labelled(text('setup.level'), text('level.area')));
  expectText(screen.getByRole('alert'), labelled(text('setup.members'), 'Anna Holm og Søren Ødegård'));
  expect(name().value).toBe('Lokaludvalget for Lærkeby!');
  shown.server.answerNext({ status: 200, body: aSetupView() });
  expect(await save(shown)).toBeUndefined();
  expect(lastOf(shown.server)?.body).toMatchObject({ revision: 4, level: 'local', members: [anna.person] });
});

it('lets what somebody else saved first stand, if that is pressed', async () => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(412, { code: 'SetupChanged' }));
  shown.server.answerNext({ status: 200, body: aSetupView({ setup: aSetup({ revision: 4, name: 'Deres' }) }) });
  await save(shown);
  await press(await screen.findByRole('button', { name: text('setup.changed.keep') }));
  expect(name().value).toBe('Deres');
  expect(screen.queryByRole('alert')).toBeNull();
  shown.server.answerNext({ status: 200, body: aSetupView() });
  expect(await save(shown)).toBeUndefined();
  expect(lastOf(shown.server)?.body).toMatchObject({ revision: 4, name: 'Deres' });
});

it.each([
  ['chair', lone, 'setup.chair'],
  ['members.0', anna, 'setup.members'],
] as const)('names whoever is not in the team any more, at their place: %s', async (field, { name: who }, label) => {
  const shown = await begin();
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(400, { code: 'PersonNotMember', field }));
  const words = await save(shown);
  expect(words).toBe(`${text('setup.notMember.named', { name: who })} ${text('setup.notSaved')}`);
  expect(describedBy(screen.getByRole('group', { name: new RegExp(`^${text(label)}`) }))).toBe(words);
});

it.each([
  ['   ', 'setup.nameEmpty'],
  ['x'.repeat(121), 'setup.nameTooLong'],
] as const)('cannot be saved with a name that is none: %s', async (typed, sentence) => {
  const { host, user } = await begin();
  await user.clear(name());
  await user.click(name());
  await user.paste(typed);
  expectText(await screen.findByRole('alert'), text(sentence, { limit: 120 }));
  expect(name().getAttribute('aria-invalid')).toBe('true');
  expect(describedBy(name())).toContain(text(sentence, { limit: 120 }));
  expect(host.allowed.at(-1)).toBe(false);
  await user.clear(name());
  await user.type(name(), 'MED');
  expect(name().getAttribute('aria-invalid')).not.toBe('true');
  expect(host.allowed.at(-1)).toBe(true);
});

it('cannot be saved with one person in both chairs', async () => {
  const { host, user, server } = await begin(aSetupView({ setup: aSetup({ deputy: undefined }) }));
  server.people.push(lone, jens);
  await press(screen.getByRole('button', { name: labelled(text('setup.choose'), text('setup.deputy')) }));
  await user.click(await screen.findByRole('button', { name: lone.name }));
  expectText(await screen.findByRole('alert'), text('error.ChairsSame'));
  expect(describedBy(screen.getByRole('group', { name: text('setup.deputy') }))).toBe(text('error.ChairsSame'));
  expect(describedBy(screen.getByRole('group', { name: text('setup.chair') }))).toBe('');
  expect(host.allowed.at(-1)).toBe(false);
});

it('cannot be saved with hidden names before there are two chairs', async () => {
  const { host, user } = await begin(aSetupView({ setup: aSetup({ deputy: undefined }) }));
  await user.click(screen.getByRole('radio', { name: new RegExp(text('setup.names.hidden')) }));
  expectText(await screen.findByRole('alert'), text('setup.namesNeedBoth'));
  const names = screen.getByRole('radiogroup', { name: text('setup.names') });
  expect(describedBy(names)).toContain(text('setup.namesNeedBoth'));
  expect(host.allowed.at(-1)).toBe(false);
});

it.each([
  ['ChairsMissing', { deputy: undefined }, 'setup.deputy'],
  ['ChairsSame', {}, 'setup.deputy'],
  ['CommitteeTooLarge', {}, 'setup.members'],
] as const)('says at its own field why the server did not save it: %s', async (code, setup, field) => {
  const shown = await begin(aSetupView({ setup: aSetup(setup) }));
  await shown.user.type(name(), '!');
  shown.server.answerNext(refusal(409, { code }));
  const words = await save(shown);
  const group = screen.getByRole('group', { name: new RegExp(`^${text(field)}`) });
  expect(describedBy(group)).toBe(words);
  expect(screen.queryByRole('alert')?.textContent).toBe(words);
});
