import type { FixEvidence } from './fix-evidence.ts';
import type { Probed } from './read-probes.ts';
import type { Route } from './route.ts';
import type { Watched } from './watch-route.ts';

/** A ruling with everything that it was made from. */
export interface Judgement {
  readonly ruling: Ruling;
  readonly route: Route;
  readonly watched: Watched;
  readonly probed: Probed;
  readonly evidence: FixEvidence;
}

/** Why a verdict is what it is. */
export type Ruling = StillFailing | Fixed | NotDecidable;

/** `again`: the same error. `other`: another error of such requests. `failed`: an access line. `probe`: a request by hand.
 * `configuration`: `nginx -t`. */
export interface StillFailing {
  readonly kind: 'still-failing';
  readonly by: 'again' | 'other' | 'failed' | 'probe' | 'configuration';
}

export interface Fixed {
  readonly kind: 'fixed';
  readonly by: 'requests' | 'probe' | 'configuration' | 'start';
  /** How many requests had to get through for this. */
  readonly needed: number;
}

/** `untold`: failing lines have no zone. `mixed`: it failed after the change, and then no more. `few`: too few requests got
 * through. `refused`: they ended in another way. `leftover`: only requests from before the change failed. `early`: the lines end
 * before it. `silent`: nobody asked. */
export interface NotDecidable {
  readonly kind: 'not-decidable';
  readonly because: 'untold' | 'mixed' | 'few' | 'refused' | 'leftover' | 'early' | 'silent';
  readonly needed: number;
}
