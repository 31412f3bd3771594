import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Replay, type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { talkingServer } from "@/lib/testing/talking-server";
import { checkMail } from "./mail";
import { MailFault } from "./mail-fault";
import { type SendgridOptions, sendgrid } from "./sendgrid";

const SEND = "/v3/mail/send";
const mail = checkMail({
  to: "anna@example.com",
  subject: "确认您的邮箱",
  text: "Open https://hashinsight.example/verify/abcdef",
  html: "<p>Hello</p>",
  locale: "zh",
});
let server: ReplayServer;
beforeEach(async () => {
  server = await replayServer({ [SEND]: { text: "", status: 202, headers: { "x-message-id": "m1" } } });
});
afterEach(() => server.close());

const driver = (options: Partial<SendgridOptions> = {}) =>
  sendgrid({ apiKey: "SG.hush", from: "mail@hashinsight.example", baseUrl: server.url, network: "on", ...options });
const fault = (sending: Promise<unknown>): Promise<MailFault> =>
  sending.then(
    () => expect.fail("should have failed"),
    (error) => (error instanceof MailFault ? error : expect.fail(`not a MailFault: ${error}`)),
  );

describe("a mail by SendGrid", () => {
  it("is posted with both bodies, one recipient, the key in a header and no tracking", async () => {
    expect(await driver()(mail)).toEqual({ id: "m1" });
    const [{ method = "", path = "", headers = {}, body = "" } = {}] = server.asked;
    expect([method, path, headers.authorization]).toEqual(["POST", SEND, "Bearer SG.hush"]);
    expect(headers["content-type"]).toBe("application/json");
    expect(JSON.parse(body)).toEqual({
      personalizations: [{ to: [{ email: "anna@example.com" }] }],
      from: { email: "mail@hashinsight.example", name: "HashInsight" },
      subject: "确认您的邮箱",
      content: [
        { type: "text/plain", value: mail.text },
        { type: "text/html", value: mail.html },
      ],
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": "zh-CN",
      },
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
        subscription_tracking: { enable: false },
      },
    });
  });

  it.each<[string, Replay, boolean, string]>([
    ["429", { text: "", status: 429, headers: { "retry-after": "60" } }, true, "429"],
    ["500", { text: "", status: 500 }, true, "500"],
    ["503", { text: "", status: 503 }, true, "503"],
    ["a broken connection", { reset: true }, true, "sendgrid /v3/mail/send"],
    ["400", { json: { errors: [{ message: "bad" }] }, status: 400 }, false, "MAIL_FROM"],
    ["401", { json: {}, status: 401 }, false, "SENDGRID_API_KEY is refused"],
    ["403", { json: {}, status: 403 }, false, "verified sender"],
    ["413", { json: {}, status: 413 }, false, "too large"],
    ["a redirect", { text: "", status: 302, headers: { location: "/" } }, false, "redirect"],
  ])("fails on %s, asked once", async (_, answer, transient, words) => {
    server.set({ [SEND]: answer });
    const refused = await fault(driver()(mail));
    expect([refused.transient, refused.message]).toEqual([transient, expect.stringContaining(words)]);
    expect(refused.message).not.toMatch(/hush|abcdef/);
    expect(server.asked).toHaveLength(1);
  });

  it("tells how long SendGrid asked to wait", async () => {
    server.set({ [SEND]: { text: "", status: 429, headers: { "retry-after": "60" } } });
    expect((await fault(driver()(mail))).details).toEqual({ status: 429, retryAfterMs: 60_000 });
  });

  it("rests after failures in a row, for now", async () => {
    server.set({ [SEND]: { text: "", status: 500 } });
    const send = driver({ breakAfter: 1 });
    await fault(send(mail));
    expect((await fault(send(mail))).transient).toBe(true);
    expect(server.asked).toHaveLength(1);
  });

  it("gives up on a server that keeps silent, for now", async () => {
    const silent = await talkingServer("");
    const refused = await fault(driver({ baseUrl: `http://127.0.0.1:${silent.port}`, timeoutMs: 100 })(mail));
    expect([refused.transient, refused.message]).toEqual([true, expect.stringContaining("within 100 ms")]);
    await silent.close();
  });

  it("is not sent with NETWORK=off", async () => {
    const refused = await fault(driver({ network: "off" })(mail));
    expect([refused.transient, refused.message]).toEqual([false, "NETWORK=off, no mail is sent"]);
    expect(server.asked).toEqual([]);
  });
});
