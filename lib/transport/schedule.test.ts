import { expect, it } from "vitest";
import { z } from "zod";
import { command, NoInput } from "@/lib/kernel/use-case";
import { schedule } from "./schedule";

const nothing = command({
  name: "test.nothing",
  permission: "system",
  routine: "of a test",
  input: NoInput,
  output: z.object({}),
  run: () => ({}),
});

it("refuses a clock that is none where the job is defined, not at its hour", () => {
  expect(schedule("12 * * * *", nothing, () => ({}), { missed: "skip" })).toMatchObject({ name: "test.nothing" });
  expect(() => schedule("61 * * * *", nothing, () => ({}), { missed: "skip" })).toThrow();
});
