import { expect, test } from 'vitest';
import { phoneText } from '../src/i18n/phone';

const shown = (number: string) => phoneText(number).replaceAll('\u00a0', ' ');

test('a Finnish number is told in groups', () => {
  expect(shown('+358401234567')).toBe('+358 40 123 4567');
  expect(shown('+35840123456')).toBe('+358 40 123 456');
  expect(shown('+358942450100')).toBe('+358 9 4245 0100');
  expect(shown('+358181234567')).toBe('+358 18 123 4567');
});

test('a foreign number is told as it is', () => {
  expect(shown('+46701234567')).toBe('+46701234567');
});
