import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { MineAnswer } from '../../api/views.ts';
import { expectText, text as panelText } from '../../testing/renderPanel.tsx';
import { ready } from '../../testing/ready.ts';
import { at } from '../../testing/views.ts';
import { aMine, inApp } from './testing/aMine.ts';
import { open } from './testing/openMine.tsx';
import { loadMineText } from './useMineText.ts';

const text = await loadMineText(panelText);

it('says how an answer was given that somebody else wrote down, and that all lose it', async () => {
  const onPaper: MineAnswer = { ...inApp, source: 'room', paper: true, writtenBy: 'Lone Krogh' };
  const { user } = open(aMine({ answers: [onPaper] }));
  const row = await screen.findByRole('listitem');
  expectText(row, text('mine.given.paper', { at: new Date(onPaper.postedAt) }));
  expectText(row, text('answers.writtenBy', { name: 'Lone Krogh' }));
  await user.click(await ready(text('mine.delete.label', { question: onPaper.question })));
  expectText(row, text('mine.delete.sure.room'));
});

it('says that a trial answer goes with all the others', async () => {
  const trial = { text: 'Prøve', at: at('10:50') };
  const { user } = open(aMine({ trial }));
  await user.click(await ready(text('mine.deleteAll', { count: 2 })));
  expect(
    await screen.findByText(`${text('mine.deleteAll.sure', { count: 2 })} ${text('mine.deleteAll.trial')}`),
  ).toBeInstanceOf(HTMLElement);
});
