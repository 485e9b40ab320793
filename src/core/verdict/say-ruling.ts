import type { Judgement } from './judgement.ts';
import { sayDoubt } from './say-doubt.ts';
import { sayFailure } from './say-failure.ts';
import { saySuccess } from './say-success.ts';

/** A ruling in words, with the lines that it rests on. */
export function sayRuling(judgement: Judgement): string {
  const { ruling } = judgement;
  switch (ruling.kind) {
    case 'still-failing':
      return `Still failing: ${sayFailure(ruling, judgement)}`;
    case 'fixed':
      return saySuccess(ruling, judgement);
    case 'not-decidable':
      return `Not decidable yet: ${sayDoubt(ruling, judgement)}`;
  }
}
