import { z } from "zod";

/** One test that ran: the titles around it and its own, and how it ended. */
export type Case = { titles: string[]; status: "passed" | "failed" | "skipped" };

const Vitest = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});
const Suite = z.object({
  get suites() {
    return z.array(Suite).optional();
  },
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
});
type Suite = z.output<typeof Suite>;
const Playwright = z.object({ suites: z.array(Suite) });

/** The tests of a JSON report of vitest or Playwright. Throws when it is neither. */
export function casesOf(report: unknown): Case[] {
  const vitest = Vitest.safeParse(report);
  if (vitest.success) {
    return vitest.data.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status }) => ({
        titles: [...ancestorTitles, title],
        status: ended(status),
      })),
    );
  }
  return Playwright.parse(report).suites.flatMap((suite) => [...within(suite, [])]);
}

function* within({ title, specs, suites = [] }: Suite, above: string[]): Generator<Case> {
  const titles = [...above, title];
  for (const spec of specs)
    for (const { status } of spec.tests) yield { titles: [...titles, spec.title], status: ended(status) };
  for (const inner of suites) yield* within(inner, titles);
}

/** Playwright's `expected` passed; `flaky` passed only when it was tried again, which is no pass. */
function ended(status: string): Case["status"] {
  if (status === "passed" || status === "expected") return "passed";
  return ["skipped", "pending", "todo", "disabled"].includes(status) ? "skipped" : "failed";
}
