import { randomUUID } from "node:crypto";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { queueMail } from "@/lib/identity/data/mail-queue";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { ownCertificate } from "@/lib/testing/own-certificate";
import { ownDatabase } from "@/lib/testing/own-database";
import { type SmtpReceiver, smtpReceiver, smtpReply } from "@/lib/testing/smtp-receiver";
import { query } from "@/lib/testing/sql";
import { rowOf } from "@/lib/testing/work/steps";
import { systemCtx } from "@/lib/transport/ctx";
import { startWork } from "@/lib/transport/work/start-work";
import { work } from "./deliver-mail";

const drop = await ownDatabase();
let carrier: SmtpReceiver;
let worker: { stop(): Promise<void> } | undefined;
let refusal: Error | null = null;

beforeAll(async () => {
  carrier = await smtpReceiver({ onRcptTo: (_, __, done) => (refusal ? done(refusal) : done()) });
  setDefaultCACertificates([...getCACertificates(), ownCertificate("127.0.0.1").cert]);
  process.env.NETWORK = "on";
  // Read when the environment is first asked for.
  process.env.SMTP_URL = `smtp://127.0.0.1:${carrier.port}`;
  process.env.MAIL_FROM = "mail@mine.example";
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  refusal = null;
});
afterAll(async () => {
  await carrier.close();
  await drop();
});

const queue = (to: string, fate?: Error) =>
  inOwnUnit(systemCtx("test"), "test.mail", async (own) => {
    const params = { signInLink: "http://127.0.0.1/en/sign-in", resetLink: "http://127.0.0.1/en/reset" };
    const id = await queueMail(own, {
      ...{ kind: "already-registered", params, locale: "en", to, tenantId: null, userId: null, now: new Date() },
    });
    if (fate) throw fate;
    return id;
  });
const mailOf = async (id: string) => {
  const [row] = await query<{ sent: boolean; failed: boolean; attempts: number; fault: string | null; box: boolean }>(
    `select sent_at is not null as sent, failed_at is not null as failed, attempts, fault, payload_box is not null as box
     from mails where id = $1`,
    [id],
  );
  return row;
};
const address = () => `${randomUUID().slice(0, 8)}@mine.example`;
const taken = (to: string) => carrier.received.filter((mail) => mail.to.includes(to)).length;

describe("a mail", () => {
  it("goes once, soon after the transaction that tells it, and is forgotten then", async () => {
    worker = await startWork([work]);
    const [to, never] = [address(), address()];
    await expect(queue(never, new Error("undone"))).rejects.toThrow("undone");
    const id = await queue(to);
    await expect.poll(() => mailOf(id), { timeout: 20_000 }).toMatchObject({ sent: true, box: false, attempts: 1 });
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 20_000 }).toBe("done");
    expect([taken(to), taken(never)]).toEqual([1, 0]);
    // Nothing of it lies in the queue but whose it is.
    expect(await query("select data, output from pgboss.job where id = $1", [id])).toMatchObject([
      { data: { tenant_id: null } },
    ]);
  });

  it("that can't go now is tried again, and says why until then", async () => {
    refusal = smtpReply(451, "come back later");
    worker = await startWork([work]);
    const to = address();
    const id = await queue(to);
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 20_000 }).toBe("waiting");
    expect(await mailOf(id)).toMatchObject({ sent: false, failed: false, attempts: 1, box: true });
    expect((await mailOf(id))?.fault).toMatch(/451/);
    refusal = null;
    await expect
      .poll(() => query("select 1 from pgboss.job where id = $1 and state = 'retry'", [id]), { timeout: 20_000 })
      .toHaveLength(1);
    const [wait] = await query<{ s: number }>(
      "select extract(epoch from start_after - now())::float8 as s from pgboss.job where id = $1",
      [id],
    );
    expect(wait?.s).toBeGreaterThan(3);
    await query("update pgboss.job set start_after = now() where id = $1", [id]);
    await expect.poll(() => mailOf(id), { timeout: 20_000 }).toMatchObject({ sent: true, attempts: 2, fault: null });
    expect(taken(to)).toBe(1);
  });

  it("that will never go is given up, with what it said", async () => {
    refusal = smtpReply(550, "no such mailbox");
    worker = await startWork([work]);
    const id = await queue(address());
    await expect.poll(() => mailOf(id), { timeout: 20_000 }).toMatchObject({ failed: true, box: false, attempts: 1 });
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 20_000 }).toBe("failed");
  });
});
