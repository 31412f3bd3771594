import { z } from "zod";
import { failedFor, type Tally } from "./tally";

const Assertion = z.object({
  fullName: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()).optional(),
});

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(Assertion),
    }),
  ),
});

/** Counts vitest's JSON report. A file that failed before its first test counts as one failure. */
export function tallyVitest(json: unknown, root: string): Tally {
  const tally: Tally = { passed: 0, failed: [], skipped: [] };
  for (const file of Report.parse(json).testResults) {
    const name = file.name.replace(root, "");
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      if (status === "passed") tally.passed++;
      else if (status === "failed") tally.failed.push(failedFor(`${name}: ${fullName}`, failureMessages));
      else tally.skipped.push(`${name}: ${fullName}`);
    }
    if (file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed")) {
      tally.failed.push(failedFor(`${name}: the file could not be run`, [file.message ?? ""]));
    }
  }
  return tally;
}
