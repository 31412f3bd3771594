import { env } from "@/lib/platform/env";
import { mailboxFolder, mailWay } from "@/lib/platform/mail/mail-settings";
import { readMailbox } from "@/lib/platform/mail/mailbox";
import { isEmbedded } from "./installation";

/** Whether mail stays on this machine, to be read in the product itself: only where it brings its own database. */
export const keepsMail = (): boolean => isEmbedded() && mailWay(env()) === "mailbox";

export type LocalMail = { subject: string; text: string; links: string[] };

/** A mail of the mailbox by the name that it got there; null where it made room for newer ones. */
export async function readLocalMail(carrierId: string): Promise<LocalMail | null> {
  const mail = await readMailbox(mailboxFolder(env()), carrierId);
  return mail && { subject: mail.subject, text: mail.text, links: mail.links };
}
