import type { Locale } from "@/lib/kernel/context";
import { MailFault } from "./mail-fault";
import { addressFault } from "./plain-address";

export type Mail = { to: string; subject: string; text: string; html: string; locale: Locale };

export interface Mailer {
  /** Gives the id by which the receiving side knows the mail. Throws `MailFault`, nothing else. */
  send(mail: Mail): Promise<{ id: string }>;
}

declare const checked: unique symbol;
/** A mail that `checkMail` let through: what a driver takes, so that none can be reached around the check. */
export type CheckedMail = Mail & { [checked]: true };

/** RFC 5322 allows a line of 998 octets; a subject this long is a mistake well before. */
const SUBJECT_MAX = 250;

/** Refuses, for good, what could smuggle a header or a second recipient into a mail. Changes nothing in it. */
export function checkMail(mail: Mail): CheckedMail {
  const fault = addressFault(mail.to);
  if (fault) throw new MailFault(false, `the recipient is not one plain address (${fault}): give name@example.com`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(mail.subject)) {
    throw new MailFault(false, "the subject holds a line break or another control character: give one line of text");
  }
  if (mail.subject.trim() === "" || mail.subject.length > SUBJECT_MAX) {
    throw new MailFault(false, `the subject must have 1 to ${SUBJECT_MAX} characters`);
  }
  if (mail.text.trim() === "" || mail.html.trim() === "") throw new MailFault(false, "the mail has no text or no HTML");
  return mail as CheckedMail;
}

/** One way out. Throws `MailFault`, nothing else. */
export type MailDriver = (mail: CheckedMail) => Promise<{ id: string }>;

/** The name in front of the sender's address, and headers that keep holiday notices from answering. */
export const SENDER_NAME = "HashInsight";
export const HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" } as const;
