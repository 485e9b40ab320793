/** What a directive measures with its first argument. */
export type MeasureKind = 'time' | 'size' | 'number';

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  '': 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  y: 31_536_000,
};
const BYTES: Readonly<Record<string, number>> = { '': 1, k: 1_024, m: 1_048_576, g: 1_073_741_824 };
const TIME = /(\d{1,12})(ms|[smhdwMy])?\s*/y;
const SIZE = /^(\d{1,12})([kmg])?$/i;

/** A value in seconds, bytes or as it is; null where it is none, such as a variable. `1m` is a minute or a mebibyte, by its kind.
 * Source: nginx src/core/ngx_parse.c ngx_parse_time, ngx_parse_offset. */
export function parseMeasure(text: string, kind: MeasureKind): number | null {
  if (kind === 'time') return parseTime(text.trim());
  const found = SIZE.exec(text.trim());
  if (!found || (kind === 'number' && found[2] !== undefined)) return null;
  return Number(found[1]) * (BYTES[(found[2] ?? '').toLowerCase()] ?? 1);
}

/** `90`, `1m30s`, `1h 30m`. */
function parseTime(text: string): number | null {
  let seconds = 0;
  TIME.lastIndex = 0;
  for (let at = 0; at < text.length; at = TIME.lastIndex) {
    TIME.lastIndex = at;
    const found = TIME.exec(text);
    if (!found) return null;
    seconds += Number(found[1]) * (SECONDS[found[2] ?? ''] ?? 1);
  }
  return text === '' ? null : seconds;
}
