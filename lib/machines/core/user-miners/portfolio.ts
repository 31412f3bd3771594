/** Whose machines: one person's in one company. Their portfolio is the aggregate of their machines' events. */
export type Keeper = { tenantId: string; userId: string };

/** The aggregate's name on the bus, by which its events keep their order. */
export const portfolioKey = ({ tenantId, userId }: Keeper): string => `portfolio:${tenantId}:${userId}`;
