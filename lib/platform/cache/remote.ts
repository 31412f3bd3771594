import type { RedisClient } from "./client";
import { decode, encode } from "./codec";
import { type CacheDriver, type Entry, type Listed, leaseOf } from "./driver";
import { EXTEND, FORGET, LIST, READ, RELEASE, TAKE, WRITE } from "./lua";
import { matcher } from "./pattern";

/** A Redis may have other tenants. */
const SPACE = "hashinsight:";
const valueKey = (name: string): string => `${SPACE}cache:${name}`;
const lockKey = (lock: string): string => `${SPACE}${lock}`;

/** [id], or all of READ's answer. */
type Found = [id: string, shape: string, loadMs: string, ttlMs: string, staleMs: string, leftMs: number, value: string];

function entryFrom([id, shape, loadMs, ttlMs, staleMs, leftMs, value]: Found): Entry {
  const keptUntil = performance.now() + leftMs;
  return {
    id,
    shape: Number(shape),
    value: decode(value),
    loadMs: Number(loadMs),
    ttlMs: Number(ttlMs),
    freshUntil: keptUntil - Number(staleMs),
    keptUntil,
  };
}

/** Values and locks in a Redis, each operation one step there. */
export function remoteDriver(client: RedisClient): CacheDriver {
  async function* keysLike(like: string): AsyncGenerator<string[]> {
    let cursor = "0";
    do {
      const [next, keys] = await client.scan(cursor, like);
      if (keys.length > 0) yield keys;
      cursor = next;
    } while (cursor !== "0");
  }

  async function forget(pattern: string): Promise<number> {
    matcher(pattern);
    const both = [valueKey(pattern), lockKey(leaseOf(pattern))];
    if (!pattern.includes("*")) return Number(await client.run(FORGET, both, []));
    let values = 0;
    for (const like of both)
      for await (const keys of keysLike(like)) values += Number(await client.run(FORGET, keys, []));
    return values;
  }

  async function list(pattern: string): Promise<Listed[]> {
    matcher(pattern);
    const listed = new Map<string, Listed>();
    for await (const keys of keysLike(valueKey(pattern))) {
      const numbers = (await client.run(LIST, keys, [])) as number[];
      keys.forEach((key, index) => {
        const [bytes = 0, leftMs = 0, staleMs = 0] = numbers.slice(index * 3);
        const name = key.slice(valueKey("").length);
        if (leftMs > 0) listed.set(name, { name, bytes, fresh: leftMs > staleMs });
      });
    }
    return [...listed.values()];
  }

  const isDone = async (script: string, lock: string, args: (string | number)[]) =>
    (await client.run(script, [lockKey(lock)], args)) === 1;

  return {
    shared: true,
    async read(name, { known } = {}) {
      const found = (await client.run(READ, [valueKey(name)], [known?.id ?? ""])) as Found | [string] | null;
      if (found === null) return undefined;
      return found.length === 1 ? known : entryFrom(found);
    },
    async write(name, token, { id, shape, loadMs, ttlMs, staleMs, value }) {
      const args = [token, id, shape, Math.round(loadMs), Math.round(ttlMs), Math.round(staleMs), encode(value)];
      return (await client.run(WRITE, [valueKey(name), lockKey(leaseOf(name))], args)) === 1;
    },
    forget,
    list,
    take: (lock, token, ttlMs) => isDone(TAKE, lock, [token, ttlMs]),
    extend: (lock, token, ttlMs) => isDone(EXTEND, lock, [token, ttlMs]),
    release: async (lock, token) => void (await isDone(RELEASE, lock, [token])),
    close: () => client.close(),
  };
}
