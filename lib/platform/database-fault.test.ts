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

  it("leaves every other fault as it is", () => {
    const duplicate = Object.assign(new Error("unique"), { code: "P2002" });
    expect(databaseFault(duplicate)).toBe(duplicate);
    expect(databaseFault("text")).toBe("text");
    expect(databaseFault(null)).toBeNull();
  });
});
