import { expect, it } from 'vitest';
import { hoursAndMinutes } from './hoursAndMinutes.ts';

it.each([
  [0, '0 min.', '0 min'],
  [59, '59 min.', '59 min'],
  [60, '1 time', '1 hour'],
  [65, '1 time og 5 min.', '1 hour, 5 min'],
  [150, '2 timer og 30 min.', '2 hours, 30 min'],
])('says %i minutes as each language does', (minutes, danish, english) => {
  expect(hoursAndMinutes(minutes, 'da')).toBe(danish);
  expect(hoursAndMinutes(minutes, 'en')).toBe(english);
});
