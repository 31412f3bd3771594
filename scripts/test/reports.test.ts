import { describe, expect, it } from "vitest";
import { tallyPlaywright } from "./playwright-report";
import { add, failedFor, lineOf, nothing } from "./tally";
import { tallyVitest } from "./vitest-report";

const file = (name: string, status: string, ...tests: [string, string][]) => ({
  name: `/repo/${name}`,
  status,
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
});

describe("tallyVitest", () => {
  it("counts tests and names those that failed or were left out", () => {
    const report = { testResults: [file("a.test.ts", "failed", ["x", "passed"], ["y", "failed"], ["z", "skipped"])] };
    expect(tallyVitest(report, "/repo/")).toEqual({ passed: 1, failed: ["a.test.ts: y"], skipped: ["a.test.ts: z"] });
  });

  it("says why one failed", () => {
    const one = { fullName: "x", status: "failed", failureMessages: ["Error: no\n    at place (file.ts:1)"] };
    const report = { testResults: [{ name: "/repo/a.test.ts", status: "failed", assertionResults: [one] }] };
    expect(tallyVitest(report, "/repo/").failed).toEqual(["a.test.ts: x\n    Error: no"]);
  });

  it("counts a file that could not be loaded, which has no tests, as a failure", () => {
    expect(tallyVitest({ testResults: [file("b.test.ts", "failed")] }, "/repo/").failed).toEqual([
      "b.test.ts: the file could not be run",
    ]);
  });
});

describe("tallyPlaywright", () => {
  const spec = (title: string, ...status: string[]) => ({
    title,
    file: "a.spec.ts",
    tests: status.map((one, index) => ({ projectName: index === 0 ? "desktop" : "phone", status: one })),
  });

  it("counts each test once a project, however deep it is", () => {
    const inner = { title: "in zh", specs: [spec("reads", "expected", "unexpected")] };
    const report = {
      errors: [],
      suites: [{ title: "a.spec.ts", specs: [spec("opens", "expected", "skipped")], suites: [inner] }],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 2,
      failed: ["[phone] e2e/a.spec.ts › in zh › reads"],
      skipped: ["[phone] e2e/a.spec.ts › opens"],
    });
  });

  it("says why one failed", () => {
    const results = [{ errors: [{ message: "\u001b[31mError\u001b[39m: no\n\nReceived: 2" }] }];
    const spec = { title: "x", file: "a.spec.ts", tests: [{ projectName: "phone", status: "unexpected", results }] };
    expect(tallyPlaywright({ errors: [], suites: [{ title: "a.spec.ts", specs: [spec] }] }).failed).toEqual([
      "[phone] e2e/a.spec.ts › x\n    Error: no Received: 2",
    ]);
  });

  it("counts a test that passed only when tried again as failed, and an error outside of a test too", () => {
    const report = {
      errors: [{ message: "no server" }],
      suites: [{ title: "a.spec.ts", specs: [spec("flaps", "flaky")] }],
    };
    expect(tallyPlaywright(report).failed).toEqual(["e2e: no server", "[desktop] e2e/a.spec.ts › flaps"]);
  });
});

it("the last line", () => {
  expect(lineOf(add({ passed: 2, failed: ["a"], skipped: [] }, { ...nothing, skipped: ["b"] }))).toBe(
    "2 passed, 1 failed, 1 skipped",
  );
});

it("a reason is short", () => {
  expect(failedFor("a", ["x".repeat(2_000)])).toHaveLength("a\n    ".length + 300);
  expect(failedFor("a")).toBe("a");
});
