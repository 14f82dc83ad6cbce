import { expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['fi'] });
process.env['TZ'] = 'America/New_York';
const { dateText, momentText } = await import('../src/i18n/moments');

test('a moment is told by Finnish clocks, wherever the reader is', () => {
  expect(new Date('2026-01-31T22:30:00Z').getHours()).toBe(17);
  expect(momentText('2026-01-31T22:30:00Z').replaceAll('\u00a0', ' ')).toBe('1.2.2026 klo 0.30');
  expect(dateText('2026-07-31T20:59:00Z')).toBe('31.7.2026');
});
