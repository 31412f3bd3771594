import { connect } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ownCertificate } from "@/lib/testing/own-certificate";
import { type SmtpReceiver, smtpReceiver, smtpReply } from "@/lib/testing/smtp-receiver";
import { talkingServer } from "@/lib/testing/talking-server";
import { checkMail } from "./mail";
import { MailFault } from "./mail-fault";
import { type SmtpOptions, smtp } from "./smtp";

const LINK = "https://hashinsight.example/verify/abcdef";
const mail = checkMail({
  to: "anna@example.com",
  subject: "确认您的邮箱 – Grüße",
  text: `Open ${LINK}`,
  html: `<p><a href="${LINK}">Open</a></p>`,
  locale: "zh",
});
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const receiver = async (options?: Parameters<typeof smtpReceiver>[0]): Promise<SmtpReceiver> => {
  const server = await smtpReceiver(options);
  open.push(server);
  return server;
};
const send = (url: string, options: Partial<SmtpOptions> = {}) =>
  smtp({ url, from: "mail@hashinsight.example", network: "on", timeoutMs: 5_000, ...options })(mail);
const fault = (sending: Promise<unknown>): Promise<MailFault> =>
  sending.then(
    () => expect.fail("should have failed"),
    (error) => (error instanceof MailFault ? error : expect.fail(`not a MailFault: ${error}`)),
  );
const talker = async (greeting: string): Promise<number> => {
  const server = await talkingServer(greeting);
  open.push(server);
  return server.port;
};

describe("a mail by SMTP", () => {
  it("arrives with both bodies, one recipient and the name of the sender", async () => {
    const { port, received } = await receiver();
    const { id } = await send(`smtp://127.0.0.1:${port}`);
    expect(received).toHaveLength(1);
    const [{ raw = "", ...envelope } = {}] = received;
    expect(envelope).toMatchObject({ from: "mail@hashinsight.example", to: ["anna@example.com"] });
    expect(id).toMatch(/^<.+@hashinsight\.example>$/);
    expect(raw).toContain(`Message-ID: ${id}`);
    expect(raw).toContain("From: HashInsight <mail@hashinsight.example>");
    expect(raw).toContain("To: anna@example.com");
    expect(raw).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain("Content-Language: zh-CN");
    expect(raw).toMatch(/text\/plain[\s\S]+text\/html/);
    expect(raw).toContain(LINK);
  });

  it("is not sent with NETWORK=off", async () => {
    const { port, received } = await receiver();
    const refused = await fault(send(`smtp://127.0.0.1:${port}`, { network: "off" }));
    expect([refused.transient, refused.message]).toEqual([false, "NETWORK=off, no mail is sent"]);
    expect(received).toEqual([]);
  });

  it.each([
    [421, true],
    [450, true],
    [451, true],
    [550, false],
    [552, false],
    [553, false],
    [554, false],
  ])("refused with %i: transient %s", async (code, transient) => {
    const refusing = smtpReply(code, `no <anna@example.com>, blocked for ${LINK}\r\n see there`);
    const handlers = [
      { onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) => done(refusing) },
      {
        onData: (stream: NodeJS.ReadableStream, _: unknown, done: (error: Error) => void) => {
          stream.resume();
          stream.on("end", () => done(refusing));
        },
      },
    ];
    for (const handler of handlers) {
      const { port } = await receiver(handler);
      const refused = await fault(send(`smtp://127.0.0.1:${port}`));
      expect([refused.transient, refused.details.status]).toEqual([transient, code]);
      expect(refused.message).toContain("[link]");
      expect(refused.message).not.toMatch(/example|abcdef|[\r\n]/);
      expect(refused.cause).toBeUndefined();
    }
  });

  it("fails for now where nobody listens, or something that is no mail server", async () => {
    const { port, close } = await smtpReceiver();
    await close();
    expect(await fault(send(`smtp://127.0.0.1:${port}`))).toMatchObject({ transient: true });
    const web = await talker("HTTP/1.1 400 Bad Request\r\n\r\n");
    expect(await fault(send(`smtp://127.0.0.1:${web}`))).toMatchObject({ transient: true });
    const busy = await talker("421 too many connections\r\n");
    expect(await fault(send(`smtp://127.0.0.1:${busy}`))).toMatchObject({ transient: true, details: { status: 421 } });
  });

  it("gives up on a server that keeps silent, and on one that drags on", async () => {
    const silent = await talker("");
    const began = performance.now();
    expect(await fault(send(`smtp://127.0.0.1:${silent}`, { timeoutMs: 200 }))).toMatchObject({ transient: true });
    const { port } = await receiver({ onData: (stream) => stream.resume() });
    expect(await fault(send(`smtp://127.0.0.1:${port}`, { timeoutMs: 300 }))).toMatchObject({ transient: true });
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe("TLS", () => {
  const trusted = ownCertificate("127.0.0.1", "0.0.0.0");
  const foreign = ownCertificate("127.0.0.1", "0.0.0.0");
  beforeAll(() => {
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, trusted.cert]);
    return () => setDefaultCACertificates(before);
  });

  it("from the start, with a login", async () => {
    const { port, received } = await receiver({ secure: true, ...trusted });
    await send(`smtps://post:right@127.0.0.1:${port}`);
    expect(received).toMatchObject([{ secure: true, user: "post" }]);
  });

  it("a wrong password is refused for good", async () => {
    const { port } = await receiver({ secure: true, ...trusted });
    const refused = await fault(send(`smtps://post:hunter2@127.0.0.1:${port}`));
    expect(refused).toMatchObject({ transient: false, details: { status: 535 } });
    expect(refused.message).not.toContain("hunter2");
  });

  it("a certificate of nobody we know is not accepted", async () => {
    const { port, received } = await receiver({ secure: true, ...foreign });
    const refused = await fault(send(`smtps://post:right@127.0.0.1:${port}`));
    expect([refused.transient, refused.message]).toEqual([true, expect.stringMatching(/self-signed certificate/)]);
    expect(received).toEqual([]);
  });

  // 0.0.0.0 reaches this machine too, but is none of the names that are known to: it stands for a server elsewhere.
  it("begins in the clear and changes before the login", async () => {
    const { port, received } = await receiver(trusted);
    await send(`smtp://post:right@0.0.0.0:${port}`);
    expect(received).toMatchObject([{ secure: true, user: "post" }]);
  });

  it.each<[string, Parameters<typeof smtpReceiver>[0], boolean, RegExp]>([
    ["the server doesn't offer it", { disabledCommands: ["STARTTLS"] }, false, /would not change to TLS/],
    ["its certificate is foreign", foreign, true, /self-signed/],
  ])("is not left out where %s", async (_, options, transient, words) => {
    const { port, received } = await receiver(options);
    const refused = await fault(send(`smtp://post:right@0.0.0.0:${port}`));
    expect([refused.transient, refused.message]).toEqual([transient, expect.stringMatching(words)]);
    expect(received).toEqual([]);
  });
});

it("the test server takes plain connections, so that a refusal above is ours", async () => {
  const { port } = await receiver({ disabledCommands: ["STARTTLS"] });
  const socket = connect(port, "127.0.0.1");
  const greeting = await new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data))));
  socket.destroy();
  expect(greeting).toMatch(/^220 /);
});
