import { beforeAll, describe, expect, it } from "vitest";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { exportLogins } from "./export-logins";

let mine: TestTenant;
let other: TestTenant;

const insert = (tenantId: string, email: string, outcome: string, at: string) =>
  query(
    `insert into login_records (tenant_id, email, login_time, ip_address, user_agent, method, outcome)
     values ($1, $2, $3, '192.0.2.7', 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36', 'password', $4)`,
    [tenantId, email, at, outcome],
  );

beforeAll(async () => {
  [mine, other] = [await testTenant(), await testTenant()];
  await insert(mine.id, "ada@mine.example", "ok", "2026-11-01T10:00:00Z");
  await insert(mine.id, '=HYPERLINK("http://evil.example")', "wrong_password", "2026-11-02T10:00:00Z");
  await insert(mine.id, "grace@mine.example", "locked", "2026-11-03T10:00:00Z");
  await insert(other.id, "eve@other.example", "ok", "2026-11-02T11:00:00Z");
});

async function linesFor(ctx: ReturnType<TestTenant["ctx"]>, filter: object = {}): Promise<string[]> {
  const { bytes } = await exportLogins.execute(ctx, filter);
  return new TextDecoder().decode(bytes).trimEnd().split("\r\n");
}

describe("exportLogins", () => {
  it("S16 formulas in exports › gives the company's own attempts, the newest first, with cells that no spreadsheet runs", async () => {
    const [heading, ...rows] = await linesFor(mine.ctx("owner"));
    expect(heading).toBe("Time,Address,Outcome,By,IP address,Device,User agent");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(
      /^2026-11-03T10:00:00.000Z,grace@mine\.example,locked,password,192\.0\.2\.7,Chrome on Windows,/,
    );
    expect(rows[1]).toContain(`,"'=HYPERLINK(""http://evil.example"")",wrong_password,`);
    expect(rows.join()).not.toContain("eve@other.example");
  });

  it("leaves out what the filter leaves out", async () => {
    const emails = async (filter: object) =>
      (await linesFor(mine.ctx("admin"), filter)).slice(1).map((line) => line.split(",")[1]);
    expect(await emails({ outcome: "ok" })).toEqual(["ada@mine.example"]);
    expect(await emails({ search: "GRACE" })).toEqual(["grace@mine.example"]);
    expect(await emails({ from: "2026-11-03", to: "2026-11-03" })).toEqual(["grace@mine.example"]);
    expect(await emails({ outcome: "failed", search: "ada" })).toEqual([]);
  });

  it("speaks the reader's language and names the file by the day", async () => {
    const file = await exportLogins.execute(mine.ctx("owner", { locale: "zh" }), {});
    expect(new TextDecoder().decode(file.bytes)).toContain("时间,邮箱,结果");
    expect(file).toMatchObject({ content_type: "text/csv; charset=utf-8" });
    expect(file.file_name).toMatch(/^sign-ins-\d{4}-\d{2}-\d{2}\.csv$/);
  });

  it("is for those who may see sign-ins", async () => {
    for (const role of ["mining_site_owner", "operator", "client", "guest"] as const)
      await expect(exportLogins.execute(mine.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
