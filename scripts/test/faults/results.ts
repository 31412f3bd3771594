import { z } from "zod";
import { TRANSPORTS } from "@/lib/testing/faults/fault-list";

/** How a fault went; a `lagBackMs` of null where the lag never was back, or it didn't come to that. */
export type FaultResult = {
  transport: (typeof TRANSPORTS)[number];
  number: number;
  passed: boolean;
  seconds: number;
  lagBackMs: number | null;
};

const Meta = z.object({
  fault: z.object({ transport: z.enum(TRANSPORTS), number: z.int(), lagBackMs: z.number().nullable() }),
});
const Report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ status: z.string(), duration: z.number().nullish(), meta: z.unknown().optional() }),
      ),
    }),
  ),
});

/** What vitest's JSON report says of each fault that was injected. */
export function faultResults(json: unknown): FaultResult[] {
  const cases = Report.parse(json).testResults.flatMap(({ assertionResults }) => assertionResults);
  return cases.flatMap(({ status, duration, meta }) => {
    const told = Meta.safeParse(meta);
    if (!told.success) return [];
    return [{ ...told.data.fault, passed: status === "passed", seconds: Math.round((duration ?? 0) / 1_000) }];
  });
}
