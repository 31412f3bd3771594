import type { NodemailerError } from "nodemailer";
import { MailFault } from "./mail-fault";

/** Codes of nodemailer for a way that may be free again later; what it finds wrong with the mail itself stays wrong. */
const OF_THE_WAY = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EPROTOCOL", "EABORT"]);

/** A server may quote the mail it refuses, links included: its words are cut to one short line without addresses. */
const quoted = (response: string): string =>
  response
    .replace(/\w+:\/\/\S+/g, "[link]")
    .replace(/\S+@\S+/g, "[address]")
    .replace(/\s+/g, " ")
    .slice(0, 200)
    .trim();

/** 4xx and a broken way are transient, 5xx and a mail that can't be sent are not (but 503, which only ends a session). */
export function smtpFault(error: unknown): MailFault {
  const { code, permanent, response, responseCode: status, timeoutType } = error as NodemailerError;
  if (status !== undefined) {
    const step = code === "ETLS" ? "the SMTP server would not change to TLS, it answered" : "the SMTP server answered";
    return new MailFault(permanent === false, `${step} ${quoted(response ?? String(status))}`, { status });
  }
  if (code !== undefined && OF_THE_WAY.has(code)) {
    const what = code === "EABORT" ? "no full exchange in time" : quoted(error instanceof Error ? error.message : code);
    return new MailFault(true, `the SMTP server can't be reached: ${timeoutType ?? code}, ${what}`);
  }
  return new MailFault(
    false,
    `the mail can't be sent: ${code ?? (error instanceof Error ? error.name : "unknown fault")}`,
  );
}
