import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { env } from "@/lib/platform/env";
import { memoryLimiter, programLimiter } from "./limiter";

afterEach(() => vi.useRealTimers());

async function fill(take: () => Promise<void>, points: number): Promise<void> {
  for (let taken = 0; taken < points; taken++) await take();
}
const PRINCIPAL_PER_MINUTE = env().PRINCIPAL_LIMIT_PER_MINUTE;
const tooMany = { code: "limit_exceeded" };

// The database of unit tests answers nobody: everything here is the case of a store that is down, too.
describe("S10 rate limits › everything that a principal asks", () => {
  it("passes up to the limit; the next one waits, and nobody else does", async () => {
    const one = randomUUID();
    await fill(() => programLimiter.take(one), PRINCIPAL_PER_MINUTE);
    await expect(programLimiter.take(one)).rejects.toMatchObject(tooMany);
    await expect(programLimiter.take(randomUUID())).resolves.toBeUndefined();
  });

  it("is counted anew after a minute", async () => {
    vi.useFakeTimers();
    const one = randomUUID();
    await fill(() => programLimiter.take(one), PRINCIPAL_PER_MINUTE);
    await expect(programLimiter.take(one)).rejects.toMatchObject({ ...tooMany, details: { retryAfterSeconds: 60 } });
    await vi.advanceTimersByTimeAsync(60_001);
    await expect(programLimiter.take(one)).resolves.toBeUndefined();
  });

  it("allows the 1,200 writes a minute that are promised", () => {
    expect(PRINCIPAL_PER_MINUTE).toBeGreaterThanOrEqual(1_200);
  });

  it("never counts visitors as one", async () => {
    await expect(fill(() => programLimiter.take(undefined), PRINCIPAL_PER_MINUTE + 1)).resolves.toBeUndefined();
  });
});

it("S10 rate limits › counts an IPv6 network as one address", async () => {
  const limiter = memoryLimiter(() => 2);
  await limiter.take("2001:db8::1");
  await limiter.take("2001:db8::2");
  await expect(limiter.take("2001:db8::3")).rejects.toMatchObject(tooMany);
  await expect(limiter.take("2001:db8:0:1::3")).resolves.toBeUndefined();
});
