import { describe, expect, it } from "vitest";
import { outsideEmail } from "./outside-actor";

const entry = (useCase: string, after: unknown, actorKind = "person") =>
  outsideEmail({
    id: "1",
    at: "2026-11-26T00:00:00.000Z",
    tenantId: null,
    actorKind,
    actorId: "a",
    requestId: "r",
    useCase,
    entity: "support_access",
    entityId: "e",
    before: null,
    after: after === undefined ? null : JSON.stringify(after),
  });

describe("who acted from outside", () => {
  it.each<[string, unknown, string | null]>([
    ["platform.tenant.close", { actor_email: "a@p.example", reason: "x" }, "a@p.example"],
    ["platform.tenant.close", { actor_email: "a@p.example", platform_email: "looker@p.example" }, "a@p.example"],
    ["platform.tenant.close", { platform_email: "looker@p.example" }, null],
    ["platform.support.start", { platform_email: "a@p.example" }, "a@p.example"],
    ["platform.support.end", { platform_email: "looker@p.example" }, null],
    ["audit.export", { actor_email: "a@p.example" }, "a@p.example"],
    ["machines.edit", { actor_email: "forged@p.example" }, null],
    ["platform.tenant.close", { actor_email: 7 }, null],
    ["platform.tenant.close", "text", null],
    ["platform.tenant.close", null, null],
    ["platform.tenant.close", undefined, null],
  ])("%s with %j: %j", (useCase, after, email) => expect(entry(useCase, after)).toBe(email));

  it("is only said of people", () =>
    expect(entry("platform.tenant.close", { actor_email: "a@p.example" }, "program")).toBeNull());
});
