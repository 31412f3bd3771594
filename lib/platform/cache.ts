import type { Cache } from "./cache/create-cache";
import type { CacheDriver } from "./cache/driver";
import { type OpenedCache, openCache } from "./cache/open-cache";
import { env } from "./env";

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module: what one forgets, all must forget.
  var hashinsightCache: OpenedCache | undefined;
}

function opened(): OpenedCache {
  // Loads never take all of the database's connections: somebody writes, too.
  globalThis.hashinsightCache ??= openCache(env(), Math.ceil(env().DATABASE_POOL_SIZE / 2));
  return globalThis.hashinsightCache;
}

/** The cache of this process, over the store that the environment names. */
export const cache = (): Cache => opened().cache;

/** Where its values and locks lie. */
export const cacheDriver = (): CacheDriver => opened().driver;

/** Lets go of the store, should it have been used; what a process does before it ends by itself. */
export async function closeCache(): Promise<void> {
  const open = globalThis.hashinsightCache;
  globalThis.hashinsightCache = undefined;
  await open?.cache.close();
}
