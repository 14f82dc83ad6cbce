import { expect, test } from 'vitest';
import { unpaidOf } from '../src/pages/home/figures';

const invoice = (id: string, dueDate: string, amount: string, status: 'OPEN' | 'OVERDUE' = 'OPEN') => ({ id, dueDate, status, openAmount: { amount } });

test('what is to be paid is summed to the cent, by its nearest day', () => {
  expect(unpaidOf({ nodes: [] })).toBeNull();
  expect(unpaidOf({ nodes: [invoice('a', '2026-12-05', '0.10'), invoice('b', '2026-11-05', '0.20', 'OVERDUE')] })).toEqual({
    id: 'b',
    due: '2026-11-05',
    total: 0.3,
    count: 2,
    overdue: 1,
  });
});
