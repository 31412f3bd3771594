import { describe, expect, it } from "vitest";
import { databaseFault } from "./database-fault";
import { openUnitOfWork } from "./unit-of-work";

describe("a database that doesn't answer", () => {
  it("is unavailable, not a bug of ours", async () => {
    const scope = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "system" as const };
    const actor = { kind: "system", id: "test" };
    const unit = openUnitOfWork("test", { actor, requestId: "r1", scope, now: () => new Date() });
    await expect(unit.db()).rejects.toMatchObject({ name: "AppError", code: "unavailable" });
  });

  it.each([
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
    Object.assign(new Error("terminating connection due to idle-session timeout"), { code: "57P05" }),
    Object.assign(new Error("terminating connection due to idle-in-transaction timeout"), { code: "25P03" }),
    Object.assign(new Error("sorry, too many clients already"), { code: "53300" }),
    new Error("Connection terminated due to connection timeout"),
    new Error("Connection terminated unexpectedly"),
    new Error("timeout exceeded when trying to connect"),
  ])("is unavailable also as the bare pool says it: %s", (fault) => {
    expect(databaseFault(fault)).toMatchObject({ name: "AppError", code: "unavailable", cause: fault });
  });

  it("is a conflict where two added the same at once", () => {
    const duplicate = Object.assign(new Error("unique"), { code: "P2002" });
    expect(databaseFault(duplicate)).toMatchObject({ name: "AppError", code: "conflict" });
  });

  it("leaves every other fault as it is", () => {
    const missing = Object.assign(new Error("not found"), { code: "P2025" });
    expect(databaseFault(missing)).toBe(missing);
    const denied = Object.assign(new Error("permission denied"), { code: "42501" });
    expect(databaseFault(denied)).toBe(denied);
    expect(databaseFault(new TypeError("terminated"))).toBeInstanceOf(TypeError);
    expect(databaseFault("text")).toBe("text");
    expect(databaseFault(null)).toBeNull();
  });
});
