/** How much one batch may hold. Visitors may send a part of it. */
export const BATCH_LIMITS = { rows: 10_000, visitorRows: 100, bytes: 10 << 20, visitorBytes: 1_000_000 } as const;
