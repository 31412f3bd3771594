/** What 1 PH/s burns in a day at 1 J/TH: 1 kW for 24 hours. */
const MWH_PER_PH_DAY_AND_JTH = 0.024;

/**
 * Price of power, $/MWh, at which energy costs all that is mined: `hashprice / (efficiency · 0.024)`.
 * 62.8642737865 $/PH/day at 15 J/TH → 174.622983.
 */
export const breakEvenUsdPerMwh = (hashpriceUsdPerPhDay: number, efficiencyJPerTh: number): number =>
  hashpriceUsdPerPhDay / (efficiencyJPerTh * MWH_PER_PH_DAY_AND_JTH);
