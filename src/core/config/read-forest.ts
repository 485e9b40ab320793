import type { PastedLine } from '../paste/pasted-line.ts';
import { createLineReader } from './line-reader.ts';
import type { IsDirective } from './statement-start.ts';
import { createTreeBuilder, type Forest } from './tree-builder.ts';

/** nginx refuses longer words. Source: nginx src/core/ngx_conf_file.c NGX_CONF_BUFFER. */
const LONGEST_WORD = 4_096;
/** How often reading goes back behind a quote that nothing closes; each time costs at most one longest word. */
const MOST_RETRIES = 20;
const FILE_DUMPED = /^# configuration file (\/\S{1,1024}|[A-Z]:\S{1,1024}):$/;
/** How people say which file they paste. */
const FILE_SAID =
  /^(?:#+ ?|\/\/ ?|(?:[$#%] ?)?(?:sudo )?cat )?(\/(?:etc|usr|opt|home|var|srv)\/[\w./+-]{1,500}|[\w-]{1,60}\.conf):?$/;

/** Reads the configuration among pasted lines. A null stands where a log line was: no block goes on behind it.
 * Never throws, in time that grows with the length of the lines alone; what is no configuration is left out.
 * `isDirective` knows nginx's names. */
export function readForest(lines: readonly (PastedLine | null)[], isDirective: IsDirective): Forest {
  const tree = createTreeBuilder();
  const reader = createLineReader(tree, isDirective);
  let begunAt = 0;
  let retries = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? null;
    if (!reader.isInside()) begunAt = index;
    const file = line && !reader.isInside() ? fileNamed(line.text, tree.block() === null) : null;
    if (line && file === null) reader.take(line, lines[index + 1]?.text ?? null);
    const isLast = line === null || index === lines.length - 1;
    const isStuck = reader.quotedLength() > LONGEST_WORD || (isLast && reader.quotedLength() > 0);
    if (isStuck) reader.forget();
    if (isStuck && retries < MOST_RETRIES) {
      retries += 1;
      index = begunAt;
    } else if (line === null || file !== null) {
      reader.forget();
      tree.begin(file);
      if (line) tree.record(line);
    }
  }
  return tree.finish();
}

/** The file that the lines below are said to stand in; a mere path counts outside all blocks only. */
function fileNamed(text: string, isOutside: boolean): string | null {
  const trimmed = text.trim();
  const dumped = FILE_DUMPED.exec(trimmed)?.[1];
  if (dumped !== undefined) return dumped;
  return isOutside ? (FILE_SAID.exec(trimmed)?.[1] ?? null) : null;
}
