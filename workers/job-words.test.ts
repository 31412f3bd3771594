import { expect, it } from "vitest";
import { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { loadJobs } from "./load";

/** The fields of a summary; a shape whose fields nobody knows beforehand can have no words. */
function fieldsOf(says: z.ZodType): string[] {
  if (says instanceof z.ZodObject) return Object.keys(says.shape);
  throw new Error("A job's summary is an object of named fields.");
}

it.each(["en", "zh"] as const)("each job has a name, and words for all that it says, in %s", async (locale) => {
  const jobs = await loadJobs();
  const { jobNames, said } = messages[locale].admin.system;
  expect(jobs.length).toBeGreaterThan(0);
  const missing = jobs.flatMap(({ name, says }) => [
    ...(name.replaceAll(".", "_") in jobNames ? [] : [name]),
    ...fieldsOf(says).flatMap((field) => (field in said.fields ? [] : [`${name}: ${field}`])),
  ]);
  expect(missing).toEqual([]);
});
