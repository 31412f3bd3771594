import { afterAll, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { newAddress, PASSWORD, visitor } from "@/lib/testing/people";
import { testTenant } from "@/lib/testing/tenants";
import { readInstallation } from "./installation";
import { listLocalMails, readPendingMail } from "./local-mailbox";
import { register } from "./register";

afterAll(disconnectDatabase);

// These suites run on a Postgres of the operator's: mail is somebody else's business there.
it("has no mailbox, and shows no mail to who signs up", async () => {
  const email = newAddress();
  const { pending_mail } = await register.execute(visitor(), {
    email,
    password: PASSWORD,
    name: "Ada",
    company: "Mine",
  });
  const pending = await readPendingMail.execute(visitor(), { pending: pending_mail });
  expect(pending).toEqual({ email, keeps_mail: false, item: null });
  expect(await readInstallation.execute(visitor(), {})).toEqual({ keeps_mail: false });
  const tenant = await testTenant();
  await expect(listLocalMails.execute(tenant.ctx("owner"), {})).rejects.toMatchObject({ code: "not_found" });
});
