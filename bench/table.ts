import { type Row, verdictOf } from './row.ts';

const COLUMNS = ['measured', 'figure', 'lowest…highest', 'target', 'aim', '', 'behind it'];

/** Rows as text, in aligned columns. */
export function toTable(rows: readonly Row[]): string {
  const cells = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: Row): string[] {
  const { what, figure, unit, target, note = '' } = row;
  const { median, low, high } = figure;
  return [
    what,
    `${short(median)}${unit}`,
    low === high ? '' : `${short(low)}…${short(high)}`,
    target ? `≤ ${target.must}` : '',
    target?.aim === undefined ? '' : `≤ ${target.aim}`,
    verdictOf(row),
    note,
  ];
}

/** A number with as many digits as say something. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return Math.abs(value) >= 0.01 || value === 0 ? value.toFixed(2) : value.toPrecision(1);
}
