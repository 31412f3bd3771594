import { type HttpClientOptions, httpClient } from "../http";
import { HttpFault } from "../http-fault";
import { HEADERS, type MailDriver, SENDER_NAME } from "./mail";
import { MailFault } from "./mail-fault";

export type SendgridOptions = Pick<HttpClientOptions, "baseUrl" | "network" | "timeoutMs" | "breakAfter"> & {
  apiKey: string;
  from: string;
};

/** What an operator can do about a refusal. */
const ADVICE: Record<number, string> = {
  400: "the request was refused; is MAIL_FROM an address that may send?",
  401: "SENDGRID_API_KEY is refused",
  403: "the key may not send mail, or MAIL_FROM is no verified sender",
  413: "the mail is too large",
};

/** Sends by SendGrid's HTTP API, version 3 (`POST /v3/mail/send`). The id is its `X-Message-Id`. */
export function sendgrid({ apiKey, from, timeoutMs = 15_000, ...options }: SendgridOptions): MailDriver {
  // The queue tries again, with longer pauses: a call repeated here could bring the mail twice.
  const http = httpClient({
    ...options,
    source: "sendgrid",
    timeoutMs,
    retries: 0,
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return async ({ to, subject, text, html, locale }) => {
    const post = {
      personalizations: [{ to: [{ email: to }] }],
      from: { email: from, name: SENDER_NAME },
      subject,
      content: [
        { type: "text/plain", value: text },
        { type: "text/html", value: html },
      ],
      headers: { ...HEADERS, "Content-Language": locale === "zh" ? "zh-CN" : "en" },
      // Tracking would lead every link, the secret ones too, through another host.
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
        subscription_tracking: { enable: false },
      },
    };
    try {
      const headers = await http.accepted({ path: "/v3/mail/send", post });
      return { id: headers.get("x-message-id") ?? "unnamed" };
    } catch (error) {
      throw error instanceof HttpFault ? sendgridFault(error) : error;
    }
  };
}

function sendgridFault(fault: HttpFault): MailFault {
  if (fault.kind === "off") return new MailFault(false, "NETWORK=off, no mail is sent");
  const advice = ADVICE[fault.details.status ?? 0];
  // An open circuit is no fault of the call, but of those before it.
  const transient = fault.transient || fault.kind === "open";
  return new MailFault(transient, advice ? `${fault.message}: ${advice}` : fault.message, fault.details);
}
