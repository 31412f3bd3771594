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

  it("is a conflict where two added the same at once", () => {
    const duplicate = Object.assign(new Error("unique"), { code: "P2002" });
    expect(databaseFault(duplicate)).toMatchObject({ name: "AppError", code: "conflict" });
  });

  it("leaves every other fault as it is", () => {
    const missing = Object.assign(new Error("not found"), { code: "P2025" });
    expect(databaseFault(missing)).toBe(missing);
    expect(databaseFault("text")).toBe("text");
    expect(databaseFault(null)).toBeNull();
  });
});
