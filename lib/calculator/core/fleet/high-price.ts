/** From here on a price of power is likely cents that were read as dollars. */
export const HIGH_PRICE_USD_PER_KWH = 1;
