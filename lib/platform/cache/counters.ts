/** What the cache of this process has done since it started. */
export type Counters = {
  /** Answered from a value, fresh or past its time. */
  hits: number;
  /** Of the hits those past half their time, which a refresh follows. */
  aging: number;
  misses: number;
  loads: number;
  /** Loads that threw. */
  failures: number;
  /** Loads that were turned away, because too many wait. */
  rejected: number;
  /** Loaded values that came too late to be kept: forgotten meanwhile, or the lease was lost. */
  late: number;
  /** Operations that the shared store failed. */
  errors: number;
  /** 1 while the shared store isn't asked, because it failed in a row. */
  down: number;
};

export const newCounters = (): Counters => ({
  hits: 0,
  aging: 0,
  misses: 0,
  loads: 0,
  failures: 0,
  rejected: 0,
  late: 0,
  errors: 0,
  down: 0,
});
