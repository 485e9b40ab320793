import { createHash } from 'node:crypto';
import type { Message } from '../../src/core/message.ts';
import { isBlindSpot } from './blind-spots.ts';
import type { Comparison, Pair } from './compare.ts';
import { toMessage } from './to-message.ts';
import { findWider } from './wider.ts';

/** The catalogues after a release. */
export interface Update {
  readonly current: readonly Message[];
  readonly legacy: readonly Message[];
  /** New records, for a person to check. */
  readonly added: readonly Message[];
  /** Moved to the legacy catalogue. */
  readonly removed: readonly Message[];
}

/** The release that was read, and the one that the catalogue was read from before. */
export interface Releases {
  readonly release: string;
  readonly before: string;
}

/** Brings the catalogues to a release: places are refreshed, additions get `since`, removals `last_seen` and move to the legacy
 * catalogue, unless another place still writes the same text. What the script can't see stays as it is. */
export function updateCatalogue(comparison: Comparison, legacy: readonly Message[], releases: Releases): Update {
  const kept = [...comparison.equal.map(refreshed), ...comparison.missing.filter(isBlindSpot)];
  const since = releases.release === releases.before ? undefined : releases.release;
  const made = comparison.additional.map((scanned) => ({
    scanned,
    message: toMessage(scanned, kept, since),
  }));
  const abstract = [...kept, ...made.map(({ message }) => message)].filter((message) => message.abstract);
  const added = made.map(({ scanned, message }): Message => {
    const base = abstract.find(({ file, line, template }) => {
      return file === message.file && line === message.line && template === scanned.base;
    });
    return base ? { ...message, base: base.id } : message;
  });
  const current = withRelations([...kept, ...added], new Set(added));
  const written = new Set(current.map(({ template }) => template));
  const removed = comparison.missing
    .filter((message) => !isBlindSpot(message))
    .map((message): Message => ({ ...message, last_seen: releases.before }));
  const gone = removed.filter(({ template }) => !written.has(template));
  return { current, legacy: withRelations([...legacy, ...gone], new Set()), added, removed };
}

const refreshed = ({ known, scanned }: Pair): Message => ({
  ...known,
  file: scanned.file,
  line: scanned.line,
  function: scanned.function,
  ...(scanned.directives.length > 0 ? { directives: [...scanned.directives] } : {}),
});

/** Twins follow from the texts; wider templates are looked for once, for new records. */
function withRelations(messages: readonly Message[], fresh: ReadonlySet<Message>): readonly Message[] {
  const twins = Map.groupBy(messages, ({ template }) => template);
  return messages.map((message) => {
    const { twin_group: before, also_matches, ...rest } = message;
    const group = twins.get(message.template) ?? [];
    const name = group.find(({ twin_group }) => twin_group !== undefined)?.twin_group ?? groupName(message.template);
    const wider = fresh.has(message) ? findWider(message, messages) : (also_matches ?? []);
    return {
      ...rest,
      ...(group.length > 1 || before !== undefined ? { twin_group: name } : {}),
      ...(wider.length > 0 ? { also_matches: wider } : {}),
    };
  });
}

const groupName = (template: string): string => `tg-${createHash('sha256').update(template).digest('hex').slice(0, 8)}`;
