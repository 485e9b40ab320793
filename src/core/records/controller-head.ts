import type { Level } from './error-head.ts';

/** What stands before a message of the controller that runs nginx in a Kubernetes cluster. */
export interface ControllerHead {
  /** Offset of the first character of the message. */
  readonly end: number;
  readonly level: Level;
  readonly pid: number | null;
}

const LEVEL_OF_LETTER: Readonly<Record<string, Level>> = { I: 'info', W: 'warn', E: 'error', F: 'emerg' };
const KLOG = /(?:^|[\s|])([IWEF])\d{4}(?:\d{4})? \d\d:\d\d:\d\d\.\d{6} {1,8}(\d{1,10}) [\w.-]{1,100}\.go:\d{1,6}\] /;
const RELAYED =
  /(?:admission webhook "validate\.nginx\.ingress\.kubernetes\.io" denied|failed calling webhook "validate\.nginx\.ingress\.kubernetes\.io":|Error reloading NGINX:)/;
const FURTHEST_HEAD = 1_000;

/** The head of a klog line (`W1122 10:15:42.123456       7 controller.go:1076] `), or what kubectl, helm and
 * others put before the words of the controller, in a refusal or an event; null when the line has neither. Any program of the cluster writes klog lines.
 * Source: k8s.io/klog/v2 internal/buffer FormatHeader. */
export function parseControllerHead(text: string): ControllerHead | null {
  const start = text.slice(0, FURTHEST_HEAD);
  const klog = KLOG.exec(start);
  const level = LEVEL_OF_LETTER[klog?.[1] ?? ''];
  if (klog && level && !isInsideQuotes(start, klog.index))
    return { end: klog.index + klog[0].length, level, pid: Number(klog[2]) };
  const relayed = RELAYED.exec(start);
  return relayed && !isInsideQuotes(start, relayed.index) ? { end: relayed.index, level: 'error', pid: null } : null;
}

/** What stands in quotes may be a client's own words, in an access line of any server. */
const isInsideQuotes = (text: string, to: number): boolean => text.slice(0, to).split('"').length % 2 === 0;
