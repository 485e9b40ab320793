import { readUsualHead } from '../records/usual-head.ts';

/** A line without what other programs put before it. */
export interface Peeled {
  readonly text: string;
  /** What was peeled off. */
  readonly prefix: string;
  /** The program that syslog or journald names, lower case: `kernel`, `gunicorn`; null where nothing does. */
  readonly program: string | null;
}

interface Envelope {
  /** Sticky and bounded: each try costs a constant. Its one capture is the program. */
  readonly form: RegExp;
  /** What every such envelope holds; looking for it costs less than trying. Empty where that would save nothing. */
  readonly holds: string;
}

const ENVELOPES: readonly Envelope[] = [
  // quote bars, bullets, code spans
  { form: / *(?:>|\|) ?/y, holds: '' },
  { form: / *[-*\u2022] (?=\S)/y, holds: '' },
  { form: /`{1,3} ?(?=\S)/y, holds: '`' },
  { form: / *\d{1,3}[.)] (?=["'`[])/y, holds: '' },
  { form: / +/y, holds: '' },
  // grep -n and grep -H, with or without the file's name
  { form: /[\w./@+-]{1,200}\.log(?:\.\d{1,4})?(?:\.gz)?[:-](?:\d{1,9}[:-])?/y, holds: '.log' },
  { form: /\d{1,9}[:-](?=\d{4}\/|\[|<\d)/y, holds: '' },
  // docker compose v1 and v2, kubectl logs --prefix
  { form: /[\w.-]{1,100} {0,60}\| /y, holds: '| ' },
  { form: /\[(?:pod|deployment)\/[\w./-]{1,253}\] /y, holds: '' },
  // RFC 5424, RFC 3164 and journald, then bare ISO times with what containers put behind them
  { form: /<\d{1,3}>1 \S{1,40} \S{1,255} (\S{1,48}) \S{1,128} \S{1,32} (?:- |\[[^\]]{0,500}\] )?/y, holds: '>1 ' },
  {
    form: /(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \S{1,255} ([\w./@-]{1,64})(?:\[\d{1,10}\])?: /y,
    holds: '',
  },
  {
    form: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? (?:(?:stdout|stderr) [FP] )?/y,
    holds: '',
  },
  { form: /[\w.-]{1,255} ([\w./@-]{1,64})\[\d{1,10}\]: /y, holds: ']: ' },
  { form: /[\w.-]{1,255} (kernel): /y, holds: ' kernel: ' },
  // the kernel's uptime, dmesg -T
  { form: /\[ {0,8}\d{1,10}\.\d{3,6}\] /y, holds: '' },
  { form: /\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /y, holds: '' },
  // a shell prompt
  { form: /\[?[\w.-]{1,64}@[\w.-]{1,64}[^#$\n]{0,60}\]?[#$] /y, holds: '@' },
];

const MOST_ENVELOPES = 8;

/** Peels quote bars, grep's prefixes, container, syslog, journald and kernel prefixes off, outermost first. */
export function peelEnvelope(line: string): Peeled {
  if (readUsualHead(line)) return { text: line.trimEnd(), prefix: '', program: null };
  let at = 0;
  let program: string | null = null;
  for (let round = 0; round < MOST_ENVELOPES; round += 1) {
    const before = at;
    for (const { form, holds } of ENVELOPES) {
      if (!line.includes(holds, at)) continue;
      form.lastIndex = at;
      const match = form.exec(line);
      if (!match) continue;
      at = form.lastIndex;
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
