/**
 * The one error of `platform/mail`. `transient`: the same mail may go through later, so a queue tries again; otherwise it
 * gives up. The message holds no link and no body, so it may be logged and shown to an operator.
 */
export class MailFault extends Error {
  override readonly name = "MailFault";
  constructor(
    readonly transient: boolean,
    message: string,
    /** The SMTP reply or HTTP status, and how long the other side asked to wait. */
    readonly details: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message);
  }
}
