/** Where a program runs that systemd doesn't look after. Names are plain shell words: letters, digits, `_`, `.` and `-`. */
export type Home =
  | { readonly kind: 'docker' }
  | {
      readonly kind: 'compose';
      /** What `docker compose logs` puts before its lines, `app-1`; null where the paste doesn't tell or tells several. */
      readonly prefix: string | null;
    }
  | {
      readonly kind: 'kubernetes';
      /** Null where the paste doesn't tell or tells several. */
      readonly pod: string | null;
    };

/** What the paste says about where programs run; null where it says nothing. */
export interface Homes {
  readonly nginx: Home | null;
  readonly backend: Home | null;
  /** nginx refused its configuration (`[emerg]`), so its container may not be running. */
  readonly isNginxRefused: boolean;
  /** Containers or pods are in the paste, whoever's they are. Without names. */
  readonly around: Home | null;
}
