import { createTransport } from "nodemailer";
import { HEADERS, type MailDriver, SENDER_NAME } from "./mail";
import { MailFault } from "./mail-fault";
import { smtpConnection } from "./smtp-connection";
import { smtpFault } from "./smtp-fault";

export type SmtpOptions = {
  /** As `smtpConnection` reads it. */
  url: string;
  from: string;
  network: "on" | "off";
  /** For the whole exchange; each step of it (connecting, the greeting, silence) has half of that. */
  timeoutMs?: number;
};

/** Sends by SMTP, one connection a mail. The id is the Message-ID. */
export function smtp({ url, from, network, timeoutMs = 30_000 }: SmtpOptions): MailDriver {
  const step = Math.ceil(timeoutMs / 2);
  const transport = createTransport({
    ...smtpConnection(url),
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2" },
    dnsTimeout: step,
    connectionTimeout: step,
    greetingTimeout: step,
    socketTimeout: step,
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text, html, locale }) => {
    if (network === "off") throw new MailFault(false, "NETWORK=off, no mail is sent");
    try {
      const { messageId } = await transport.sendMail({
        from: { name: SENDER_NAME, address: from },
        to: { name: "", address: to },
        envelope: { from, to },
        subject,
        text,
        html,
        headers: { ...HEADERS, "Content-Language": locale === "zh" ? "zh-CN" : "en" },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { id: messageId };
    } catch (error) {
      throw smtpFault(error);
    }
  };
}
