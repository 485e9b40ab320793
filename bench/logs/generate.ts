import { closeSync, openSync, writeSync } from 'node:fs';
import type { Message } from '../../src/core/message.ts';
import { renderSample } from '../../src/core/messages/render-sample.ts';
import { createRandom, type Random } from './random.ts';

/** A generated log, with what is in it. */
export interface GeneratedLog {
  readonly file: string;
  readonly lines: number;
  /** How many error lines of each format string the log has. */
  readonly labels: ReadonlyMap<string, number>;
  readonly access: number;
}

const FLUSH_AT = 1 << 20;
const HOT = 47;
const PATHS = [
  '/',
  '/api/orders',
  '/api/users/42',
  '/login',
  '/static/app.js',
  '/search',
  '/wp-login.php',
  '/reports/yearly',
];
const AGENTS = ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'curl/8.5.0', 'okhttp/4.12.0', 'kube-probe/1.32'];

/** Writes lines until there are enough. */
function write(file: string, lines: number, line: (index: number) => string): void {
  const handle = openSync(file, 'w');
  let waiting = '';
  for (let index = 0; index < lines; index += 1) {
    waiting += `${line(index)}\n`;
    if (waiting.length > FLUSH_AT) {
      writeSync(handle, waiting);
      waiting = '';
    }
  }
  writeSync(handle, waiting);
  closeSync(handle);
}

/** The messages of which each has a line of its own, once for every format string: those that nginx logs at run time. */
export function distinctMessages(messages: readonly Message[]): readonly Message[] {
  const distinct = new Map<string, Message>();
  for (const message of messages) {
    if (message.abstract || message.generic || message.level === 'stderr' || distinct.has(message.template)) continue;
    distinct.set(message.template, message);
  }
  return [...distinct.values()];
}

/** The messages that people meet, in a fixed order. */
export function hotMessages(messages: readonly Message[]): readonly Message[] {
  return distinctMessages(messages)
    .filter(
      ({ common, kind, ctx, subsystem }) =>
        common === true && kind === 'runtime' && ctx.startsWith('http') && subsystem !== 'lua',
    )
    .slice(0, HOT);
}

/** An error log as a busy server writes it: few messages often, many seldom. */
export function writeErrorLog(file: string, lines: number, messages: readonly Message[], seed: number): GeneratedLog {
  const random = createRandom(seed);
  const hot = hotMessages(messages);
  const labels = new Map<string, number>();
  write(file, lines, (index) => {
    const message = hot[random.zipf(hot.length, 1.1)] ?? hot[0];
    return message ? errorLine(message, index, random, labels) : '';
  });
  return { file, lines, labels, access: 0 };
}

/** A log in which every message occurs equally often. */
export function writeUniformLog(file: string, lines: number, messages: readonly Message[], seed: number): GeneratedLog {
  const random = createRandom(seed);
  const labels = new Map<string, number>();
  write(file, lines, (index) => {
    const message = messages[index % messages.length];
    return message ? errorLine(message, index, random, labels) : '';
  });
  return { file, lines, labels, access: 0 };
}

/** An access log: combined, with the timings that people add. */
export function writeAccessLog(file: string, lines: number, seed: number): GeneratedLog {
  const random = createRandom(seed);
  write(file, lines, (index) => accessLine(index, random));
  return { file, lines, labels: new Map(), access: lines };
}

/** Error and access lines, other programs and noise, half of them behind what containers and syslog put in front. */
export function writeMixedLog(file: string, lines: number, messages: readonly Message[], seed: number): GeneratedLog {
  const random = createRandom(seed);
  const hot = hotMessages(messages);
  const labels = new Map<string, number>();
  let access = 0;
  write(file, lines, (index) => {
    const kind = random.below(20);
    if (kind < 10) {
      const message = hot[random.zipf(hot.length, 1.1)] ?? hot[0];
      return message ? inEnvelope(errorLine(message, index, random, labels), random) : '';
    }
    if (kind < 18) {
      access += 1;
      return inEnvelope(accessLine(index, random), random);
    }
    return kind === 18 ? otherLine(index, random) : noise(index, random);
  });
  return { file, lines, labels, access };
}

const clockOf = (index: number): string => new Date(Date.UTC(2026, 10, 22) + index * 20).toISOString();

function errorLine(message: Message, index: number, random: Random, labels: Map<string, number>): string {
  labels.set(message.template, (labels.get(message.template) ?? 0) + 1);
  const sample = renderSample(message, index).replace(/\s*\n\s*/g, ' ');
  const clock = clockOf(index);
  const dated = `${clock.slice(0, 10).replaceAll('-', '/')} ${clock.slice(11, 19)}${sample.slice(19)}`;
  const context = dated.indexOf(', client: ');
  if (context < 0 || !message.ctx.startsWith('http')) return dated;
  return `${dated.slice(0, context)}${tail(random)}`;
}

function tail(random: Random): string {
  const client = random.zipf(3_000, 0.9);
  const address = client % 17 === 0 ? `2001:db8::${client.toString(16)}` : `198.51.${client >> 8}.${client & 255}`;
  const uri = `${random.pick(PATHS)}?id=${random.below(1_000_000)}`;
  const site = `www${random.below(12)}.shop.example`;
  const upstream =
    random.below(10) === 0
      ? `http://unix:/run/app-${random.below(3)}.sock:${uri}`
      : `http://10.0.0.${random.below(6)}:8080${uri}`;
  return `, client: ${address}, server: ${site}, request: "GET ${uri} HTTP/1.1", upstream: "${upstream}", host: "${site}"`;
}

function accessLine(index: number, random: Random): string {
  const clock = clockOf(index);
  const status = random.pick([200, 200, 200, 200, 200, 304, 404, 499, 502]);
  const time = (random.below(3_000) / 1_000).toFixed(3);
  return `198.51.100.${random.below(250)} - - [22/Nov/2026:${clock.slice(11, 19)} +0000] "GET ${random.pick(PATHS)}?id=${random.below(1_000_000)} HTTP/1.1" ${status} ${random.below(50_000)} "https://shop.example/" "${random.pick(AGENTS)}" rt=${time} uct=0.001 urt=${time} us=${status} ua=10.0.0.${random.below(6)}:8080`;
}

function otherLine(index: number, random: Random): string {
  const clock = clockOf(index);
  return random.pick([
    `[${clock.slice(0, 10)} ${clock.slice(11, 19)} +0000] [2911] [INFO] Booting worker with pid: ${random.below(60_000)}`,
    `Nov 22 ${clock.slice(11, 19)} web1 kernel: [${random.below(90_000)}.123456] Out of memory: Killed process ${random.below(60_000)} (python3)`,
    `[22-Nov-2026 ${clock.slice(11, 19)}] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it`,
    `${clock.slice(0, 23).replace('T', ' ')} UTC [${random.below(60_000)}] LOG:  checkpoint starting: time`,
  ]);
}

const noise = (index: number, random: Random): string =>
  `debug: job ${index} took ${random.below(9_000)} ms, retries=${random.below(3)}`;

function inEnvelope(line: string, random: Random): string {
  const envelope = random.below(10);
  if (envelope === 0) return `web-1  | ${line}`;
  if (envelope === 1) return `Nov 22 10:15:42 web1 nginx[7]: ${line}`;
  if (envelope === 2) return `<187>Nov 22 10:15:42 web1 nginx: ${line}`;
  if (envelope === 3) return `2026-11-22T10:15:42.123456789Z stderr F ${line}`;
  if (envelope === 4) return JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-22T10:15:42Z' });
  return line;
}
