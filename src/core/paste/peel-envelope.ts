/** A line without what other programs put before it. */
export interface Peeled {
  readonly text: string;
  /** What was peeled off. */
  readonly prefix: string;
  /** The program that syslog or journald names, lower case: `kernel`, `gunicorn`; null where nothing does. */
  readonly program: string | null;
}

/** Sticky and bounded: each try costs a constant. `program` is the one capture. */
const ENVELOPES: readonly RegExp[] = [
  // quote bars, bullets, code spans
  / *(?:>|\|) ?/y,
  / *[-*\u2022] (?=\S)/y,
  /`{1,3} ?(?=\S)/y,
  / *\d{1,3}[.)] (?=["'`[])/y,
  / +/y,
  // grep -n and grep -H, with or without the file's name
  /[\w./@+-]{1,200}\.log(?:\.\d{1,4})?(?:\.gz)?[:-](?:\d{1,9}[:-])?/y,
  /\d{1,9}[:-](?=\d{4}\/|\[|<\d)/y,
  // docker compose v1 and v2, kubectl logs --prefix
  /[\w.-]{1,100} {0,60}\| /y,
  /\[(?:pod|deployment)\/[\w./-]{1,253}\] /y,
  // RFC 5424, RFC 3164 and journald, then bare ISO times with what containers put behind them
  /<\d{1,3}>1 \S{1,40} \S{1,255} (\S{1,48}) \S{1,128} \S{1,32} (?:- |\[[^\]]{0,500}\] )?/y,
  /(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \S{1,255} ([\w./@-]{1,64})(?:\[\d{1,10}\])?: /y,
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? (?:(?:stdout|stderr) [FP] )?/y,
  /[\w.-]{1,255} ([\w./@-]{1,64})\[\d{1,10}\]: /y,
  /[\w.-]{1,255} (kernel): /y,
  // the kernel's uptime, dmesg -T
  /\[ {0,8}\d{1,10}\.\d{3,6}\] /y,
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /y,
  // a shell prompt
  /\[?[\w.-]{1,64}@[\w.-]{1,64}[^#$\n]{0,60}\]?[#$] /y,
];

const MOST_ENVELOPES = 8;

/** Peels quote bars, grep's prefixes, container, syslog, journald and kernel prefixes off, outermost first. */
export function peelEnvelope(line: string): Peeled {
  let at = 0;
  let program: string | null = null;
  for (let round = 0; round < MOST_ENVELOPES; round += 1) {
    const before = at;
    for (const envelope of ENVELOPES) {
      envelope.lastIndex = at;
      const match = envelope.exec(line);
      if (!match) continue;
      at = envelope.lastIndex;
      program = match[1]?.toLowerCase() ?? program;
    }
    if (at === before) break;
  }
  const text = line.slice(at).trimEnd();
  return {
    text: line.slice(0, at).includes('`') ? text.replace(/ ?`{1,3}$/, '') : text,
    prefix: line.slice(0, at),
    program,
  };
}
