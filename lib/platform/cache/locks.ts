import { part } from "./cache-keys";

/** A lock's name, and after how long it is free again should its holder die. */
export type Lock = { name: string; ttlMs: number };

const lock = (name: string, seconds: number): Lock => ({ name, ttlMs: seconds * 1_000 });

/** One company's lock never holds up another's. */
const owned = (tenantId: string | null, name: string, seconds: number): Lock =>
  lock(tenantId === null ? name : `${name}@${part(tenantId)}`, seconds);

type Owner = { tenantId: string | null; userId: string };

/** Every lock of the product. They save work done twice; none guards a write, which is the database's own business. */
export const locks = {
  blockchainScheduler: () => lock("blockchain_scheduler_leader", 60),
  eventScheduler: () => lock("event_scheduler_lock", 60),
  dataCollector: () => lock("data_collector_lock", 300),
  outboxPublish: () => lock("lock:outbox:publish", 30),
  recalculation: ({ tenantId, userId }: Owner) => owned(tenantId, `lock:recalc:user:${part(userId)}`, 300),
  refresh: (tenantId: string | null, id: string) => owned(tenantId, `lock:refresh:${part(id)}`, 60),
  forecast: (tenantId: string | null, id: string) => owned(tenantId, `lock:forecast:${part(id)}`, 120),
  portfolio: ({ tenantId, userId }: Owner) => owned(tenantId, `lock:user:${part(userId)}:portfolio`, 60),
};
