import { expect, test } from 'vitest';
import { exponentOf, quantile, toFigure, toRatio } from '../../bench/numbers.ts';
import { verdictOf } from '../../bench/row.ts';
import { toTable } from '../../bench/table.ts';

test('a figure is the median of its rounds, with the lowest and the highest', () => {
  expect(toFigure([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
  expect(toFigure([4, 1])).toEqual({ median: 2.5, low: 1, high: 4 });
});

test('a ratio is taken round by round, so that a slow round counts for both', () => {
  expect(toRatio([2, 20, 2], [1, 10, 1])).toEqual({ median: 2, low: 2, high: 2 });
});

test('the exponent is 1 where the cost grows as the size does, and 2 where it grows with its square', () => {
  expect(exponentOf({ size: 10, cost: 5 }, { size: 40, cost: 20 })).toBeCloseTo(1);
  expect(exponentOf({ size: 10, cost: 5 }, { size: 40, cost: 80 })).toBeCloseTo(2);
});

test('a quantile lies between its neighbours', () => {
  expect(quantile([1, 2, 3, 4, 5], 0.5)).toBe(3);
  expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
});

test.for([
  [0.5, 'aim'],
  [1.5, 'met'],
  [2.5, 'MISSED'],
  [Number.POSITIVE_INFINITY, 'MISSED'],
  [Number.NaN, 'MISSED'],
] as const)('against at most 2, better 1, %d is %s', ([median, verdict]) => {
  const row = { what: 'x', unit: '×', target: { must: 2, aim: 1 }, figure: toFigure([median]) };
  expect(verdictOf(row)).toBe(verdict);
});

test('a figure that is told for its own sake is neither met nor missed', () => {
  expect(verdictOf({ what: 'x', unit: '', target: null, figure: toFigure([1]) })).toBe('');
});

test('the table tells figure, spread, target and verdict, in columns', () => {
  const rows = [
    { what: 'short', unit: '×', target: { must: 2, aim: 1 }, figure: toFigure([1, 2, 3]), note: '2 ÷ 1 s' },
    { what: 'quite a long name', unit: ' ms', target: null, figure: toFigure([123.4]) },
  ];
  expect(toTable(rows).split('\n')).toEqual([
    'measured           figure  lowest…highest  target  aim       behind it',
    'short              2.00×   1.00…3.00       ≤ 2     ≤ 1  met  2 ÷ 1 s',
    'quite a long name  123 ms',
  ]);
});
