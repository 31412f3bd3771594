/** From here on a price of power is likely cents that were read as dollars. */
export const HIGH_PRICE_USD_PER_KWH = 1;
/** Above nothing and below this it is likely dollars that were read as cents. */
export const LOW_PRICE_USD_PER_KWH = 0.005;

/** Takes US dollars per kWh. */
export const isHighPrice = (usd: number): boolean => usd >= HIGH_PRICE_USD_PER_KWH;
export const isLowPrice = (usd: number): boolean => usd > 0 && usd < LOW_PRICE_USD_PER_KWH;
