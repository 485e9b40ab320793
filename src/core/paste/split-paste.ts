import { cleanLine } from './clean-line.ts';
import type { IsOfAnother } from './goes-on.ts';
import { joinWrapped } from './join-wrapped.ts';
import { parseJsonTexts } from './json-texts.ts';
import type { PastedLine } from './pasted-line.ts';
import { type Peeled, peelEnvelope } from './peel-envelope.ts';
import { splitGlued } from './split-glued.ts';

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const NOISE = /^(?:`{3}\w*|["'`]{1,3}|==> .{1,300} <==|--)$/;

/** The logical lines of a paste, in order. Lines that carry nothing (fences, tail's headers, blanks) are left out;
 * the numbers of the others are those of the paste as it came. `isOfAnother` knows lines that go on from none of nginx's. */
export function splitPaste(paste: string, isOfAnother: IsOfAnother = isOfNobody): readonly PastedLine[] {
  const physical = paste.split(LINE_BREAK).flatMap((raw, index) => splitLine(raw, index + 1));
  return joinWrapped(physical, isOfAnother);
}

const isOfNobody: IsOfAnother = () => false;

/** The logical lines of several files that make up one paste; each file is given by its lines, which are numbered on through all
 * of them. No line goes on in another file. */
export function splitFiles(files: readonly (readonly string[])[], isOfAnother: IsOfAnother): readonly PastedLine[] {
  let before = 0;
  return files.flatMap((lines) => {
    const first = before + 1;
    before += lines.length;
    return joinWrapped(
      lines.flatMap((raw, index) => splitLine(raw, first + index)),
      isOfAnother,
    );
  });
}

/** The logical lines in one physical line, `number` in the paste. */
export function splitLine(raw: string, number: number): readonly PastedLine[] {
  const envelope = peelEnvelope(raw);
  const texts = parseJsonTexts(envelope.text);
  if (texts) {
    return texts.map(cleanLine).flatMap((text) => toPieces(text, number, envelope.program, peelEnvelope(text)));
  }
  const line = cleanLine(raw);
  return toPieces(line, number, null, line === raw ? envelope : peelEnvelope(line));
}

function toPieces(
  line: string,
  number: number,
  outer: string | null,
  { text, program, prefix }: Peeled,
): readonly PastedLine[] {
  if (NOISE.test(line.trim())) return [];
  return splitGlued(text)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ text: piece.trimEnd(), at: [number], program: program ?? outer, prefix }));
}
