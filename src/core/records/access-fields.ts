/** What an access line tells, whatever its format. Times in seconds. */
export interface AccessFields {
  readonly client: string;
  /** As logged: `22/Nov/2026:10:15:42 +0000` or ISO 8601; null where the format has none. */
  readonly time: string | null;
  /** Null where the request line is not one (TLS bytes, `-`). */
  readonly method: string | null;
  readonly uri: string | null;
  readonly host: string | null;
  readonly status: number | null;
  readonly requestTime: number | null;
  /** One value per upstream that was tried, in order; empty where the format has none. */
  readonly upstreamAddresses: readonly string[];
  readonly upstreamStatuses: readonly number[];
  readonly upstreamTimes: readonly number[];
  readonly upstreamConnectTimes: readonly number[];
}
