import { BLIND_SPOTS } from './blind-spots.ts';
import type { Comparison, Recall } from './compare.ts';
import type { UnreadCall } from './scan.ts';

const MOST_SHOWN = 40;

/** What a person wants to know after a scan. `all` shows every difference. */
export function describeComparison(
  title: string,
  comparison: Comparison,
  { templates, places }: Recall,
  unread: readonly UnreadCall[],
  all: boolean,
): string {
  const { missing, additional } = comparison;
  return [
    `${title}: ${templates.found} of ${templates.of} distinct templates (${percent(templates)}), ${places.found} of ${places.of} places (${percent(places)})`,
    ...section(
      'In the catalogue, not found in the source',
      missing.map(
        ({ file, line, template }) => `${file}:${line}  ${JSON.stringify(template)}${reasonFor(file, template)}`,
      ),
      all,
    ),
    ...section(
      'In the source, not in the catalogue',
      additional.map(
        ({ file, line, platform, template }) =>
          `${file}:${line}  ${JSON.stringify(template)}${platform === 'any' ? '' : `  (${platform})`}`,
      ),
      all,
    ),
    ...section(
      'Calls whose text is known at run time only',
      unread.map(({ file, line, logger, function: name }) => `${file}:${line}  ${logger} in ${name}`),
      all,
    ),
  ].join('\n');
}

const percent = ({ found, of }: Recall['places']): string => `${((100 * found) / Math.max(1, of)).toFixed(1)} %`;

const reasonFor = (file: string, template: string): string => {
  const spot = BLIND_SPOTS.find((one) => one.file === file && one.template === template);
  return spot ? `  — ${spot.why}` : '';
};

function section(title: string, lines: readonly string[], all: boolean): readonly string[] {
  if (lines.length === 0) return [];
  const shown = all ? lines : lines.slice(0, MOST_SHOWN);
  const hidden = lines.length - shown.length;
  return [
    '',
    `${title}: ${lines.length}`,
    ...shown.map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  and ${hidden} more; --all shows them`] : []),
  ];
}
