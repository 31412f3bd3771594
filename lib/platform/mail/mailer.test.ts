import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { replayServer } from "@/lib/testing/replay-server";
import { smtpReceiver } from "@/lib/testing/smtp-receiver";
import type { Mail } from "./mail";
import { MailFault } from "./mail-fault";
import { type MailSettings, mailboxFolder } from "./mail-settings";
import { listMailbox } from "./mailbox";
import { createMailer } from "./mailer";

const LINK = "https://hashinsight.example/verify/abcdef";
const mail: Mail = { to: "anna@example.com", subject: "Confirm", text: `Open ${LINK}`, html: "<p>x</p>", locale: "en" };
const DATA_DIR = mkdtempSync(join(tmpdir(), "hashinsight-mailer-"));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const made = (settings: Partial<MailSettings>) => {
  const all: MailSettings = {
    NETWORK: "on",
    DATA_DIR,
    SENDGRID_BASE_URL: "http://127.0.0.1:1",
    MAIL_FROM: "mail@hashinsight.example",
    ...settings,
  };
  const lines: string[] = [];
  const mailer = createMailer(all, { info: (fields, words) => void lines.push(JSON.stringify({ ...fields, words })) });
  return { mailer, lines };
};

describe("the mailer that the environment asks for", () => {
  it("is the mailbox in the data folder, with neither server nor key, and with NETWORK=off", async () => {
    const { mailer, lines } = made({ NETWORK: "off" });
    const { id } = await mailer.send(mail);
    expect(await listMailbox(mailboxFolder({ DATA_DIR }))).toMatchObject([{ id, to: mail.to, links: [LINK] }]);
    expect(mailboxFolder({ DATA_DIR })).toBe(join(DATA_DIR, "mailbox"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(LINK);
  });

  it("sends by SMTP, and logs neither link nor recipient", async () => {
    const server = await smtpReceiver();
    const { mailer, lines } = made({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
    const { id } = await mailer.send(mail);
    expect(server.received).toMatchObject([{ from: "mail@hashinsight.example", to: [mail.to] }]);
    expect(lines).toEqual([JSON.stringify({ mailer: "smtp", id, words: "mail sent" })]);
    await server.close();
  });

  it("sends by SendGrid, and logs neither link nor recipient", async () => {
    const server = await replayServer({
      "/v3/mail/send": { text: "", status: 202, headers: { "x-message-id": "m1" } },
    });
    const { mailer, lines } = made({ SENDGRID_API_KEY: "k", SENDGRID_BASE_URL: server.url });
    expect(await mailer.send(mail)).toEqual({ id: "m1" });
    expect(server.asked).toHaveLength(1);
    expect(lines).toEqual([JSON.stringify({ mailer: "sendgrid", id: "m1", words: "mail sent" })]);
    await server.close();
  });

  it("refuses a mail that isn't in order before any driver sees it", async () => {
    const smtpServer = await smtpReceiver();
    const httpServer = await replayServer();
    const before = (await listMailbox(join(DATA_DIR, "mailbox"))).length;
    for (const settings of [
      {},
      { SMTP_URL: `smtp://127.0.0.1:${smtpServer.port}` },
      { SENDGRID_API_KEY: "k", SENDGRID_BASE_URL: httpServer.url },
    ]) {
      const { mailer, lines } = made(settings);
      for (const wrong of [{ to: "a@example.com,b@example.com" }, { subject: "Hi\r\nBcc: b@example.com" }]) {
        const refused = await mailer.send({ ...mail, ...wrong }).catch((error) => error);
        expect(refused).toBeInstanceOf(MailFault);
        expect(refused.transient).toBe(false);
      }
      expect(lines).toEqual([]);
    }
    expect([smtpServer.received, httpServer.asked]).toEqual([[], []]);
    expect(await listMailbox(join(DATA_DIR, "mailbox"))).toHaveLength(before);
    await Promise.all([smtpServer.close(), httpServer.close()]);
  });
});
