import { log } from "../log";
import { newCounters } from "./counters";
import { type Cache, createCache } from "./create-cache";
import type { CacheDriver } from "./driver";
import { limitedLoads } from "./loads";
import { type CacheSettings, openDriver } from "./open-driver";

export type OpenedCache = { cache: Cache; driver: CacheDriver };

/** A cache on the store that the settings name; at most `slots` loads run at a time. */
export function openCache(settings: CacheSettings, slots: number): OpenedCache {
  const counters = newCounters();
  const driver = openDriver(settings, counters);
  const report = (key: string, error: unknown) => log.warn({ err: error, key }, "a cached value was not refreshed");
  return { driver, cache: createCache({ driver, loads: limitedLoads(slots, counters), counters, report }) };
}
