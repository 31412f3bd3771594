import { describe, expect, it } from "vitest";
import { databaseFault } from "./database-fault";
import { openUnitOfWork } from "./db";

describe("a database that doesn't answer", () => {
  it("is unavailable, not a bug of ours", async () => {
    const unit = openUnitOfWork("test", { tenantId: null, actor: { kind: "system", id: "test" }, requestId: "r1" });
    await expect(unit.db()).rejects.toMatchObject({ name: "AppError", code: "unavailable" });
  });

  it("leaves every other fault as it is", () => {
    const duplicate = Object.assign(new Error("unique"), { code: "P2002" });
    expect(databaseFault(duplicate)).toBe(duplicate);
    expect(databaseFault("text")).toBe("text");
    expect(databaseFault(null)).toBeNull();
  });
});
