import { afterAll, describe, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { PASSWORD, visitor } from "@/lib/testing/people";
import { faultOf } from "@/lib/testing/refusals";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { hashPassword } from "../adapters/password-hash";
import { login } from "./login";
import { listLogins } from "./members/list-logins";

afterAll(disconnectDatabase);

async function client(tenant: TestTenant): Promise<string> {
  const { userId, email } = await testMember(tenant.id, "client");
  await query("update users set password_hash = $2 where id = $1", [userId, await hashPassword(PASSWORD)]);
  return email;
}
const enter = (email: string) => faultOf(login.execute(visitor(), { email, password: PASSWORD }));
const outcomes = async (tenant: TestTenant, search: string) =>
  (await listLogins.execute(tenant.ctx("owner"), { search })).items.map(({ outcome }) => outcome);

describe("S9 signing in with nowhere to go", () => {
  it("says that the access is over, and the company's owner sees the try", async () => {
    const tenant = await testTenant();
    const email = await client(tenant);
    await query("update user_access set has_access = false where email = $1", [email]);
    expect(await enter(email)).toBe("forbidden no_access");
    expect(await outcomes(tenant, email)).toEqual(["no_access"]);
  });

  it("says so of access that ran out", async () => {
    const tenant = await testTenant();
    const email = await client(tenant);
    await query("update user_access set expires_at = now() - interval '1 day' where email = $1", [email]);
    expect(await enter(email)).toBe("forbidden no_access");
    expect(await outcomes(tenant, email)).toEqual(["no_access"]);
  });

  it("says that the company is closed", async () => {
    const tenant = await testTenant();
    const email = await client(tenant);
    await query("update tenants set closed_at = now() where id = $1", [tenant.id]);
    expect(await enter(email)).toBe("forbidden company_closed");
  });
});
