/** What is said whether there was an account or not. */
export const MAIL_SENT = {
  status: "mail_sent" as const,
  message: "If this address can be used, a mail with a link is on its way.",
};
