/** What a browser keeps after signing up, so that the next page can say where the mail went. */
export const PENDING_MAIL_COOKIE = "hashinsight_pending_mail";
export const PENDING_MAIL_S = 30 * 60;
