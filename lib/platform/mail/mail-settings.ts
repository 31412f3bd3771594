import { resolve } from "node:path";
import type { Env } from "../env";

export type MailSettings = Pick<
  Env,
  "NETWORK" | "DATA_DIR" | "SMTP_URL" | "SENDGRID_API_KEY" | "SENDGRID_BASE_URL" | "MAIL_FROM"
>;

/** Which way mail goes with these settings. */
export const mailWay = ({
  SMTP_URL,
  SENDGRID_API_KEY,
}: Pick<MailSettings, "SMTP_URL" | "SENDGRID_API_KEY">): "smtp" | "sendgrid" | "mailbox" =>
  SMTP_URL ? "smtp" : SENDGRID_API_KEY ? "sendgrid" : "mailbox";

export const mailboxFolder = ({ DATA_DIR }: Pick<MailSettings, "DATA_DIR">): string => resolve(DATA_DIR, "mailbox");
