import { describe, expect, it } from "vitest";
import { FAULTS, TRANSPORTS } from "@/lib/testing/faults/fault-list";
import { faultTable } from "./fault-table";
import { faultOptions } from "./options";
import { faultResults } from "./results";

describe("what is asked for", () => {
  it("is everything, unless it is said", () => {
    expect(faultOptions([])).toEqual({
      transports: TRANSPORTS,
      faults: FAULTS.map((one) => one.number),
      isAsked: false,
    });
    expect(faultOptions(["--transport", "kafka,debezium", "--fault", "7", "--fault", "12,3"])).toEqual({
      transports: ["kafka", "debezium"],
      faults: [7, 12, 3],
      isAsked: true,
    });
  });

  it.each([
    [["--fault", "23"], 'There is no fault "23".'],
    [["--fault", "x"], 'There is no fault "x".'],
    [["--transport", "nats"], 'There is no transport "nats".'],
    [["--seed", "1"], "Unknown option '--seed'"],
  ])("%j is refused", (args, words) => expect(() => faultOptions(args)).toThrow(words));
});

describe("what comes of it", () => {
  const fault = (transport: string, number: number, lagBackMs: number | null) => ({
    fault: { transport, number, lagBackMs },
  });
  const report = {
    testResults: [
      {
        assertionResults: [
          { status: "passed", duration: 12_300, meta: fault("postgres", 2, 1_240) },
          { status: "failed", duration: 99_000, meta: fault("kafka", 20, null) },
          { status: "passed", duration: 5, meta: {} },
        ],
      },
    ],
  };

  it("is read from vitest's report", () => {
    expect(faultResults(report)).toEqual([
      { transport: "postgres", number: 2, passed: true, seconds: 12, lagBackMs: 1_240 },
      { transport: "kafka", number: 20, passed: false, seconds: 99, lagBackMs: null },
    ]);
  });

  it("is a row a fault and a column a transport, with what isn't there", () => {
    const lines = faultTable(faultResults(report), ["postgres", "kafka"]).split("\n");
    expect(lines).toContain("| 2 | killed between reading and publishing | kept, lag back in 1.2 s (12 s) | not run |");
    expect(lines).toContain(
      "| 20 | the broker killed and restarted | n/a: no broker | **BROKEN**, lag not back (99 s) |",
    );
    expect(lines.at(-1)).toMatch(/^- 2 on postgres: nobody publishes/);
  });
});

it("numbers every fault once", () => {
  expect(FAULTS.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
});
