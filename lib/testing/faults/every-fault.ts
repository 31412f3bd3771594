import { afterAll, beforeAll, describe } from "vitest";
import { hasRedis } from "@/scripts/redis/redis-server";
import { faultCases } from "./fault-cases";
import type { FaultyTransport } from "./fault-list";
import { openGround } from "./open-ground";
import { SCENARIOS } from "./scenarios";

const TIMEOUT_MS = 300_000;

/** All faults on a transport, or those whose numbers FAULT_ONLY has (`7,12`); for `npm run test:faults`. */
export function everyFault(transport: FaultyTransport): void {
  const only = (process.env.FAULT_ONLY ?? "").split(",").filter(Boolean).map(Number);
  const chosen = SCENARIOS.filter(
    ({ number }) => (only.length === 0 || only.includes(number)) && (number !== 17 || hasRedis),
  );
  describe(`faults on ${transport}`, () => {
    let ground: Awaited<ReturnType<typeof openGround>> | undefined;
    beforeAll(async () => {
      ground = await openGround(transport);
    });
    afterAll(() => ground?.end());
    faultCases(transport, chosen, () => ground ?? {}, TIMEOUT_MS);
  });
}
