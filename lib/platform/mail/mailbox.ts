import { randomUUID } from "node:crypto";
import type { Log } from "@/lib/kernel/context";
import type { MailDriver } from "./mail";
import { MailFault } from "./mail-fault";
import { linksOf } from "./mail-text";
import { idOfName, mailNames, makeRoom, readMailFile, type StoredMail, writeMail } from "./mailbox-files";

export type { StoredMail } from "./mailbox-files";

const KEPT = 500;

type MailboxOptions = {
  /** `DATA_DIR/mailbox`; made with the first mail. */
  folder: string;
  /** Gets one line a mail, with its links: whoever reads the log of an embedded start is its owner. */
  log: Pick<Log, "info">;
  now?: () => Date;
  keep?: number;
};

/** Keeps each mail as a file instead of sending it, so that every flow can be finished with no mail server. */
export function mailboxDriver({ folder, log, now = () => new Date(), keep = KEPT }: MailboxOptions): MailDriver {
  let lastMs = 0;
  return async ({ to, subject, text, html, locale }) => {
    // Two mails of one millisecond keep their order.
    lastMs = Math.max(now().getTime(), lastMs + 1);
    const links = linksOf(text);
    const mail = { id: randomUUID(), sentAt: new Date(lastMs).toISOString(), to, subject, text, html, locale, links };
    try {
      await writeMail(folder, mail);
      await makeRoom(folder, keep);
    } catch (error) {
      const { code = "unknown fault" } = error as NodeJS.ErrnoException;
      throw new MailFault(true, `the mail can't be written to ${folder}: ${code}`);
    }
    log.info({ mailer: "mailbox", id: mail.id, to, subject, links }, "mail put into the mailbox");
    return { id: mail.id };
  };
}

/** Mails of the folder, newest first. `to` is a whole address, in any case. */
export async function listMailbox(
  folder: string,
  { limit = 50, to }: { limit?: number; to?: string } = {},
): Promise<StoredMail[]> {
  const wanted = to?.toLowerCase();
  const found: StoredMail[] = [];
  for (const name of await mailNames(folder)) {
    if (found.length >= limit) break;
    const mail = await readMailFile(folder, name);
    if (mail && (wanted === undefined || mail.to.toLowerCase() === wanted)) found.push(mail);
  }
  return found;
}

/** One mail, or null. `id` is compared with the names that are there: it never becomes part of a path. */
export async function readMailbox(folder: string, id: string): Promise<StoredMail | null> {
  const name = (await mailNames(folder)).find((name) => idOfName(name) === id);
  return name === undefined ? null : readMailFile(folder, name);
}
