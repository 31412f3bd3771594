/** Conversions that every domain shares. Names say the unit; a year is the mean Gregorian year. */
export const SATS_PER_BTC = 1e8;
export const SECONDS_PER_DAY = 86_400;
export const MS_PER_DAY = 86_400_000;
export const DAYS_PER_YEAR = 365.25;
export const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
export const HASHES_PER_TH = 1e12;
export const HASHES_PER_EH = 1e18;
