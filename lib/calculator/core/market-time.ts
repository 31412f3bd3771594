/** The time of the newest figure of a market, ISO 8601; null where none of them has one. */
export const marketTime = (market: Record<string, { as_of: string | null }>): string | null =>
  Object.values(market)
    .flatMap(({ as_of }) => (as_of ? [as_of] : []))
    .sort()
    .at(-1) ?? null;
