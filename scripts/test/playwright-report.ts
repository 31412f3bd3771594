import { z } from "zod";
import { failedFor, type Tally } from "./tally";

const Failure = z.object({ message: z.string().optional() });
const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
      results: z.array(z.object({ errors: z.array(Failure).optional() })).optional(),
    }),
  ),
});
const Suite = z.object({
  get suites() {
    return z.array(Suite).optional();
  },
  title: z.string(),
  specs: z.array(Spec),
});
type Suite = z.output<typeof Suite>;
const Report = z.object({ suites: z.array(Suite), errors: z.array(Failure) });

/** Counts Playwright's JSON report. An error outside of a test counts as one failure. */
export function tallyPlaywright(json: unknown): Tally {
  const { suites, errors } = Report.parse(json);
  const tally: Tally = { passed: 0, failed: errors.map(({ message }) => `e2e: ${message ?? "an error"}`), skipped: [] };
  for (const suite of suites) count(suite, "", tally);
  return tally;
}

function count(suite: Suite, above: string, tally: Tally): void {
  const path = above === "" ? suite.title : `${above} › ${suite.title}`;
  for (const spec of suite.specs) {
    for (const { projectName, status, results = [] } of spec.tests) {
      const name = `[${projectName}] e2e/${path} › ${spec.title}`;
      if (status === "expected") tally.passed++;
      else if (status === "skipped") tally.skipped.push(name);
      else tally.failed.push(failedFor(name, results.flatMap(wordsOf)));
    }
  }
  for (const inner of suite.suites ?? []) count(inner, path, tally);
}

const wordsOf = ({ errors = [] }: { errors?: z.output<typeof Failure>[] | undefined }): string[] =>
  errors.flatMap(({ message }) => message ?? []);
