import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../testing/fakeServer.ts';
import { show, text } from '../testing/renderPanel.tsx';
import { SendWords } from './SendWords.tsx';

const begin = (isSending: boolean) =>
  show(createServer(), {
    page: (
      <button>
        <SendWords isSending={isSending}>{text('answer.submit')}</SendWords>
      </button>
    ),
  });

it.each([
  ['what a press does', false, text('answer.submit'), text('sending')],
  ['that it is under way', true, text('sending'), text('answer.submit')],
])('says %s, with room for the other', async (_, isSending, words, other) => {
  begin(isSending);
  const button = await screen.findByRole('button', { name: words });
  expect(button.textContent).toBe(words);
  expect(button.firstElementChild?.getAttribute('data-other')).toBe(other);
});
