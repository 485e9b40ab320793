import { expect, test } from 'vitest';
import { findUncovered } from '../../scripts/messages/find-uncovered.ts';
import type { Message } from '../../src/core/message.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../core/sample-knowledge.ts';

const message = (template: string, more: Partial<Message> = {}): Message => ({
  id: template.replace(/\W+/g, '-').toLowerCase(),
  template,
  level: 'error',
  errno_appended: false,
  kind: 'runtime',
  ctx: 'http-upstream',
  subsystem: 'http/upstream',
  file: 'src/http/ngx_http_upstream.c',
  line: 1,
  function: 'ngx_http_upstream_process_header',
  platform: 'any',
  ...more,
});

const uncoveredBy = (conditions: Parameters<typeof sampleSignature>[1], messages: readonly Message[]) =>
  findUncovered(
    sampleKnowledge([sampleEntry('oven-cold', [sampleSignature('oven is cold', conditions)], [sampleCause('a', 0)])], {
      messages,
    }),
  ).map(({ message: { template }, isWholly }) => ({ template, isWholly }));

test('a message is uncovered wholly when no entry claims it', () => {
  expect(uncoveredBy({}, [message('oven is cold'), message('oven is lost')])).toEqual([
    { template: 'oven is lost', isWholly: true },
  ]);
});

test('a message is uncovered partly when an entry claims it under conditions', () => {
  expect(uncoveredBy({ schemes: ['fastcgi'] }, [message('oven is cold')])).toEqual([
    { template: 'oven is cold', isWholly: false },
  ]);
});

test('conditions that no sample line holds are conditions all the same', () => {
  expect(uncoveredBy({ errnos: ['ENOSPC'] }, [message('oven is cold', { errno_appended: true })])).toEqual([
    { template: 'oven is cold', isWholly: false },
  ]);
});

test('a frame that nginx fills with its own words, and a message without words, need no entry', () => {
  expect(
    uncoveredBy({}, [message('%s in oven "%V"', { abstract: true }), message('%s: %V', { generic: true })]),
  ).toEqual([]);
});
