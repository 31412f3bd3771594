import { headers } from "next/headers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { act } from "./act";

// The framework hands over the request's headers; outside of it there is no request.
vi.mock("next/headers", () => ({ headers: vi.fn(), cookies: vi.fn() }));
const sent = (values: Record<string, string>) => vi.mocked(headers).mockResolvedValue(new Headers(values) as never);

const greet = act(
  query({
    name: "test.greet",
    permission: "public",
    input: z.strictObject({ name: z.string().max(5, "must have at most 5 letters") }),
    output: z.object({ greeting: z.string() }),
    run: (ctx, input) => {
      if (input.name === "bug") throw new Error("secret detail");
      if (input.name === "gone") throw new AppError("not_found", "There is no gone.");
      return { greeting: `${ctx.locale} ${input.name}` };
    },
  }),
);
const page = { host: "mine.example", referer: "https://mine.example/zh/settings" };

describe("a server action", () => {
  beforeEach(() => void sent({ ...page, origin: "https://mine.example" }));

  it("answers the form of its own site, in the page's language", async () => {
    expect(await greet({ name: "Ada" })).toEqual({ ok: true, data: { greeting: "zh Ada" } });
  });

  it("gives a code and the fields, not words", async () => {
    expect(await greet({ name: "far too long" })).toMatchObject({
      ok: false,
      code: "validation",
      errors: [{ path: "name", code: "too_big" }],
    });
    expect(await greet({ name: "gone" })).toMatchObject({ ok: false, code: "not_found" });
  });

  it("tells nothing of a bug but its request id", async () => {
    const result = await greet({ name: "bug" });
    expect(result).toEqual({ ok: false, code: "internal", requestId: expect.any(String) });
  });

  it.each([
    { host: "mine.example", origin: "https://other.example" },
    { host: "mine.example", origin: "null" },
    { host: "mine.example" },
    { host: "mine.example", "sec-fetch-site": "cross-site" },
  ])("refuses what another site sent: %j", async (values) => {
    sent(values as Record<string, string>);
    expect(await greet({ name: "Ada" })).toMatchObject({ ok: false, code: "forbidden" });
  });

  it("takes a browser's word that the form is ours where no origin is sent", async () => {
    sent({ ...page, "sec-fetch-site": "same-origin" });
    expect(await greet({ name: "Ada" })).toMatchObject({ ok: true });
  });

  it("counts by address what anybody may ask, before anything else", async () => {
    const limiter = {
      take: vi.fn().mockRejectedValue(new AppError("limit_exceeded", "Slower.", { retryAfterSeconds: 7 })),
    };
    sent({ ...page, origin: "https://mine.example", "x-client-address": "192.0.2.9" });
    const asked = act(
      query({
        name: "test.asked",
        permission: "public",
        input: z.strictObject({}),
        output: z.object({}),
        run: () => ({}),
      }),
      { limiter },
    );
    expect(await asked({})).toMatchObject({ ok: false, code: "limit_exceeded", retryAfterSeconds: 7 });
    expect(limiter.take).toHaveBeenCalledWith("192.0.2.9");
  });
});
