import { z } from "zod";

/** From the first block to the year 2100: a number beyond is no time, or one in another unit. */
const FIRST_S = 1_231_006_505;
const LAST_S = 4_102_444_800;

/** Seconds since 1970, as a Date. */
export const unixSeconds = z
  .number()
  .min(FIRST_S)
  .max(LAST_S)
  .transform((seconds) => new Date(Math.round(seconds * 1000)));

/** Milliseconds since 1970, as a Date; floats occur. */
export const unixMs = z
  .number()
  .min(FIRST_S * 1000)
  .max(LAST_S * 1000)
  .transform((ms) => new Date(Math.round(ms)));
