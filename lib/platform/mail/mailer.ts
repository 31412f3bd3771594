import type { Log } from "@/lib/kernel/context";
import { env } from "../env";
import { log } from "../log";
import { checkMail, type MailDriver, type Mailer } from "./mail";
import { type MailSettings, mailboxFolder, mailWay } from "./mail-settings";
import { mailboxDriver } from "./mailbox";
import { sendgrid } from "./sendgrid";
import { smtp } from "./smtp";

/** The mailer of these settings: every mail is checked before a driver sees it, and sent ones leave one line in the log. */
export function createMailer(settings: MailSettings, logger: Pick<Log, "info">): Mailer {
  const way = mailWay(settings);
  const deliver = driver(settings, logger);
  return {
    async send(mail) {
      const sent = await deliver(checkMail(mail));
      // The mailbox writes a line of its own, with the links; nothing else may.
      if (way !== "mailbox") logger.info({ mailer: way, id: sent.id }, "mail sent");
      return sent;
    },
  };
}

function driver(settings: MailSettings, logger: Pick<Log, "info">): MailDriver {
  const { SMTP_URL, SENDGRID_API_KEY, SENDGRID_BASE_URL, MAIL_FROM = "", NETWORK: network } = settings;
  if (SMTP_URL) return smtp({ url: SMTP_URL, from: MAIL_FROM, network });
  if (SENDGRID_API_KEY)
    return sendgrid({ apiKey: SENDGRID_API_KEY, baseUrl: SENDGRID_BASE_URL, from: MAIL_FROM, network });
  return mailboxDriver({ folder: mailboxFolder(settings), log: logger });
}

let made: Mailer | undefined;
/** The mailer of this process, made on first use. */
export function mailer(): Mailer {
  made ??= createMailer(env(), log);
  return made;
}
