import type { Level } from './error-head.ts';

/** What stands before a message of the controller that runs nginx in a Kubernetes cluster. */
export interface ControllerHead {
  /** Offset of the first character of the message. */
  readonly end: number;
  readonly level: Level;
  readonly pid: number | null;
}

const LEVEL_OF_LETTER: Readonly<Record<string, Level>> = { I: 'info', W: 'warn', E: 'error', F: 'emerg' };
const KLOG = /^([IWEF])\d{4}(?:\d{4})? \d\d:\d\d:\d\d\.\d{6} {1,8}(\d{1,10}) [\w.-]{1,100}\.go:\d{1,6}\] /;
const WEBHOOK =
  /(?:admission webhook "validate\.nginx\.ingress\.kubernetes\.io" denied|failed calling webhook "validate\.nginx\.ingress\.kubernetes\.io":)/;
const FURTHEST_WEBHOOK = 1_000;

/** The head of a klog line (`W1122 10:15:42.123456       7 controller.go:1076] `), or what kubectl, helm and others put before the
 * words of the controller's webhook; null when the line has neither. Any program of the cluster writes klog lines.
 * Source: k8s.io/klog/v2 internal/buffer FormatHeader. */
export function parseControllerHead(text: string): ControllerHead | null {
  const klog = KLOG.exec(text);
  const level = LEVEL_OF_LETTER[klog?.[1] ?? ''];
  if (klog && level) return { end: klog[0].length, level, pid: Number(klog[2]) };
  if (!text.includes('webhook')) return null;
  const webhook = WEBHOOK.exec(text.slice(0, FURTHEST_WEBHOOK));
  return webhook ? { end: webhook.index, level: 'error', pid: null } : null;
}
