import { checkMail } from "@/lib/platform/mail/mail";
import { mailer } from "@/lib/platform/mail/mailer";
import { renderOrder } from "./mails/mails";

/** Renders a stored mail and hands it to the carrier. Throws `MailFault`. */
export async function deliver(stored: {
  kind: string;
  params: unknown;
  locale: string;
  to: string;
}): Promise<{ id: string }> {
  const { subject, text, html } = renderOrder({ kind: stored.kind, params: stored.params, locale: stored.locale });
  const locale = stored.locale === "zh" ? "zh" : "en";
  return mailer().send(checkMail({ to: stored.to, subject, text, html, locale }));
}
