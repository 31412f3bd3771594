import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkMail } from "./mail";
import { MailFault } from "./mail-fault";
import { listMailbox, mailboxDriver, readMailbox } from "./mailbox";

const LINK = "https://hashinsight.example/verify/abcdef";
const mail = (to = "anna@example.com", subject = "Confirm") =>
  checkMail({ to, subject, text: `Open\n${LINK}\n`, html: "<p>你好</p>", locale: "zh" });

let root: string;
let folder: string;
let lines: [object, string][];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hashinsight-mailbox-"));
  folder = join(root, "deep", "mailbox");
  lines = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const driver = (options: { now?: () => Date; keep?: number } = {}) =>
  mailboxDriver({ folder, log: { info: (fields, words) => void lines.push([fields, words]) }, ...options });

describe("the mailbox", () => {
  it("keeps a mail as one file that only its user can read", async () => {
    const { id } = await driver({ now: () => new Date("2026-11-23T01:48:00.123Z") })(mail());
    expect(readdirSync(folder)).toEqual([`20261123T014800123Z-${id}.json`]);
    const file = join(folder, `20261123T014800123Z-${id}.json`);
    expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
    const stored = { id, sentAt: "2026-11-23T01:48:00.123Z", ...mail(), links: [LINK] };
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(stored);
    expect(await readMailbox(folder, id)).toEqual(stored);
    expect(await listMailbox(folder)).toEqual([stored]);
  });

  it("leaves one line in the log, with the links", async () => {
    const { id } = await driver()(mail());
    expect(lines).toEqual([
      [
        { mailer: "mailbox", id, to: "anna@example.com", subject: "Confirm", links: [LINK] },
        "mail put into the mailbox",
      ],
    ]);
  });

  it("lists newest first, in the order of sending also within one millisecond", async () => {
    const send = driver({ now: () => new Date("2026-11-23T01:48:00Z") });
    for (const subject of ["first", "second", "third"]) await send(mail("anna@example.com", subject));
    expect((await listMailbox(folder)).map(({ subject }) => subject)).toEqual(["third", "second", "first"]);
    expect((await listMailbox(folder, { limit: 2 })).map(({ subject }) => subject)).toEqual(["third", "second"]);
  });

  it("lists the mails of one recipient, who must match as a whole", async () => {
    const send = driver();
    await send(mail("anna@example.com", "one"));
    await send(mail("bob@example.com", "two"));
    await send(mail("Anna@Example.com", "three"));
    await send(mail("joanna@example.com", "four"));
    const subjects = async (to: string, limit = 50) =>
      (await listMailbox(folder, { to, limit })).map(({ subject }) => subject);
    expect(await subjects("anna@example.com")).toEqual(["three", "one"]);
    expect(await subjects("ANNA@example.com", 1)).toEqual(["three"]);
    expect(await subjects("nobody@example.com")).toEqual([]);
  });

  it("keeps only the newest, and clears away what was left half written", async () => {
    const half = "20200101T000000000Z-00000000-0000-4000-8000-000000000000.json.new";
    const send = driver({ keep: 3 });
    await send(mail("anna@example.com", "1"));
    writeFileSync(join(folder, half), "{");
    writeFileSync(join(folder, "notes.txt"), "not ours");
    for (const subject of ["2", "3", "4", "5"]) await send(mail("anna@example.com", subject));
    expect((await listMailbox(folder)).map(({ subject }) => subject)).toEqual(["5", "4", "3"]);
    expect(readdirSync(folder).filter((name) => !/^\d{8}T\d{9}Z-[\w-]+\.json$/.test(name))).toEqual(["notes.txt"]);
  });

  it("is empty before the first mail, and steps over what is no mail", async () => {
    expect(await listMailbox(folder)).toEqual([]);
    const { id } = await driver()(mail());
    for (const [day, text] of [
      ["01", "{"],
      ["02", '{"to":1}'],
    ]) {
      writeFileSync(join(folder, `203001${day}T000000000Z-00000000-0000-4000-8000-0000000000${day}.json`), `${text}`);
    }
    expect((await listMailbox(folder)).map((found) => found.id)).toEqual([id]);
    expect(await readMailbox(folder, "00000000-0000-4000-8000-000000000001")).toBeNull();
  });

  it.each(["", "..", "../../etc/passwd", "notes.txt", "00000000-0000-4000-8000-000000000009", "%2e%2e"])(
    "has no mail of the id %j",
    async (id) => {
      await driver()(mail());
      writeFileSync(join(folder, "notes.txt"), "{}");
      expect(await readMailbox(folder, id)).toBeNull();
    },
  );

  it("takes mails at once from many", async () => {
    const send = driver();
    const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => send(mail("anna@example.com", `${n}`))));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(20);
    expect((await listMailbox(folder)).map(({ subject }) => Number(subject))).toEqual(
      Array.from({ length: 20 }, (_, n) => 19 - n),
    );
  });

  it("fails for now where nothing can be written", async () => {
    writeFileSync(join(root, "deep"), "a file where the folder should be");
    const refused = await driver()(mail()).then(
      () => expect.fail("should have failed"),
      (error) => (error instanceof MailFault ? error : expect.fail(`not a MailFault: ${error}`)),
    );
    expect(refused.transient).toBe(true);
    expect(refused.message).not.toContain(LINK);
    expect(lines).toEqual([]);
  });
});
