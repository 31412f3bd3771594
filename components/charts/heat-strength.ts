/** Stronger than this, words on the cell would lose their contrast. */
export const STRONGEST_PCT = 46;
const FAINTEST_PCT = 8;

/** How much colour a cell gets, in per cent: by the root, so that small gains and losses still differ. */
export const heatStrength = (value: number, most: number): number =>
  most > 0 && value !== 0
    ? Math.round(FAINTEST_PCT + (STRONGEST_PCT - FAINTEST_PCT) * Math.sqrt(Math.min(1, Math.abs(value) / most)))
    : 0;
