import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contracts } from "@/app/contracts";
import { AppError } from "./errors";
import { parseInput } from "./use-case";

/** What is said of a value, without the schema saying anything itself. */
function said(schema: z.ZodType, value: unknown): string | undefined {
  return refusals(z.strictObject({ field: schema }), { field: value })[0]?.message;
}

function refusals(schema: z.ZodType, raw: unknown) {
  try {
    parseInput(schema, raw);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.errors ?? [];
  }
}

describe("what is wrong with a field is said for people", () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, "This is missing."],
    [z.enum(["a", "b"]), undefined, "This is missing."],
    [z.string(), 5, "This must be a text."],
    [z.number(), "5", "This must be a number."],
    [z.coerce.number(), "five", "This must be a number."],
    [z.number(), Number.POSITIVE_INFINITY, "This must be a number."],
    [z.int(), 1.5, "This must be a whole number."],
    [z.boolean(), "yes", "This must be true or false."],
    [z.array(z.string()), "a", "This must be a list."],
    [z.strictObject({}), null, "This must be an object."],
    [z.record(z.string(), z.string()), [], "This must be an object."],
    [z.null(), 1, "This must be null."],
    [z.enum(["read", "write"]), "all", "This must be one of: read, write."],
    [z.literal("read"), "all", "This must be read."],
    [z.string().max(80), "x".repeat(81), "This must have at most 80 characters."],
    [z.string().min(1), "", "This must not be empty."],
    [z.string().min(12), "x", "This must have at least 12 characters."],
    [z.string().length(6), "x", "This must have exactly 6 characters."],
    [z.array(z.string()).min(1), [], "This must have at least 1 entry."],
    [z.number().max(10), 11, "This must be at most 10."],
    [z.number().gt(0), 0, "This must be more than 0."],
    [z.number().lt(0), 0, "This must be less than 0."],
    [z.number().multipleOf(5), 3, "This must be a multiple of 5."],
    [z.uuid(), "7", "This must be an id, such as 5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11."],
    [z.iso.date(), "31.1.", "This must be a day, such as 2027-01-31."],
    [z.string().regex(/^a$/), "b", "This is not in the form that is asked for."],
    [z.union([z.string(), z.number()]), true, "This is none of the forms that can be sent here."],
    [z.number().refine((value) => value > 5), 1, "This is not valid."],
    [z.string("Write a name."), 5, "Write a name."],
  ])("%#: %j", (schema, value, words) => {
    expect(said(schema, value)).toBe(words);
  });
});

/** As zod's own words begin, or what only those who write schemas know. */
const RAW = /invalid|expected|received|too (big|small)|undefined|unrecognized/i;
const HOSTILE = [undefined, null, "", "?", "x".repeat(10_000), -1e9, 1.5, true, [], [{}], {}];

it.each(contracts.map(({ method, path, input }) => [`${method} ${path}`, input] as const))("by %s, too", (_, input) => {
  const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : [];
  const sent = HOSTILE.flatMap((value) => [value, Object.fromEntries(fields.map((field) => [field, value]))]);
  for (const { path, message } of sent.flatMap((raw) => refusals(input, raw))) expect(message, path).not.toMatch(RAW);
});
