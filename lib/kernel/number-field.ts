import { z } from "zod";

type Range = readonly [number, number];

// Not Intl: its output depends on the machine's ICU data, and a message is part of the interface.
const words = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const short = (value: number) => value.toExponential().replace("e+", "e");
const large = (value: number) => (value >= 1e9 && short(value).length < 6 ? short(value) : words(value));

/** A finite number inside a closed range, with one plain sentence for whatever is wrong with it. */
export function numberField(name: string, [min, max]: Range, unit = ""): z.ZodNumber {
  const error = `${name} must be a number from ${large(min)} to ${large(max)}${unit && ` ${unit}`}.`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** The same where the lower end is excluded. */
export function aboveField(name: string, [min, max]: Range, unit = ""): z.ZodNumber {
  const error = `${name} must be a number above ${large(min)} and at most ${large(max)}${unit && ` ${unit}`}.`;
  return z.number({ error }).gt(min, { error }).max(max, { error });
}

/** The same for whole numbers. */
export function wholeField(name: string, [min, max]: Range, unit = ""): z.ZodNumber {
  const error = `${name} must be a whole number from ${large(min)} to ${large(max)}${unit && ` ${unit}`}.`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** One of a few words, with all of them in the message. */
export function wordField<const W extends readonly [string, ...string[]]>(name: string, options: W) {
  return z.enum(options, { error: `${name} must be one of ${options.join(", ")}.` });
}

/** A percentage from 0 to 100. */
export const percentField = (name: string): z.ZodNumber => numberField(name, [0, 100], "%");
