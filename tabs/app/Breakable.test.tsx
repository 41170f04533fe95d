import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Breakable } from './Breakable.tsx';

const shown = (words: string): string => render(<Breakable>{words}</Breakable>).container.innerHTML;

it('lets two words with a slash between them go on to a next line after it, æ, ø and å too', () => {
  expect(shown('automatiseres/digitaliseres')).toBe('automatiseres/<wbr>digitaliseres');
  expect(shown('nå/øve/ære')).toBe('nå/<wbr>øve/<wbr>ære');
});

it.each(['24/7', 'og / eller', 'https://med.dk', 'Hvad virker?'])('leaves %s as it is', (words) => {
  expect(shown(words)).toBe(words);
});

it('changes nothing of the words themselves', () => {
  const { container } = render(<Breakable>ro/tid</Breakable>);
  expect(container.textContent).toBe('ro/tid');
});
