import { z } from "zod";
import { utcDateMs } from "./calendar";

const NO_DAY = "A day such as 2026-01-31.";
/** Of the first block: nothing that mining stands on is older. */
const FIRST_DAY = "2009-01-03";

/** A UTC day as 2026-01-31, from the first block on. */
export const dayField = () =>
  z
    .string({ error: NO_DAY })
    .refine((text) => !Number.isNaN(utcDateMs(text)), { error: NO_DAY, abort: true })
    .refine((text) => text >= FIRST_DAY, { error: `Not before ${FIRST_DAY}, the first block.` })
    .meta({ format: "date", example: "2024-01-01" });
