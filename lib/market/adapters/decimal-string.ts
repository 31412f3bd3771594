import { z } from "zod";

/** Exchanges send numbers as strings: `"4.00000200"`. */
export const decimalString = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "must be a decimal number in a string")
  .transform(Number);
