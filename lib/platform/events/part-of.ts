/** Partitions of every topic. Never changed on a running system: an aggregate's events must stay in one. */
export const PARTS = 6;

/**
 * The partition of an aggregate, the same for every transport (FNV-1a, 32 bits, over the key's UTF-8). It stands in the
 * outbox, so that no two publishers can differ.
 */
export function partOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % PARTS;
}
