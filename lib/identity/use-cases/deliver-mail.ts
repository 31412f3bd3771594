import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { GivenUp } from "@/lib/kernel/work";
import { MailFault } from "@/lib/platform/mail/mail-fault";
import { deliver } from "../adapters/deliver";
import { markFailed, markSent, type OpenMail, readOpenMail } from "../data/mail-delivery";
import { MailDelivery } from "../work";

/**
 * Sends a mail that waits, and writes down what became of it. Throws `unavailable` where it may go later, `GivenUp` where
 * it never will. No transaction is open while the carrier is spoken to.
 */
export const deliverMail = command({
  name: MailDelivery.name,
  permission: "system",
  routine: "each mail's row tells what became of it",
  input: MailDelivery.input,
  output: z.object({ sent: z.boolean() }),
  async run(ctx, { mail_id: id }) {
    const mail = await inOwnUnit(ctx, MailDelivery.name, (own) => readOpenMail(own, id));
    if (!mail) return { sent: false };
    const { id: carrierId } = await deliver(mail).catch((fault: unknown) => failed(ctx, mail, fault));
    await inOwnUnit(ctx, MailDelivery.name, (own) => markSent(own, id, carrierId, ctx.now()));
    return { sent: true };
  },
});

async function failed(ctx: CommandCtx, { id, kind }: OpenMail, fault: unknown): Promise<never> {
  const isHopeless = fault instanceof MailFault && !fault.transient;
  const words = fault instanceof Error ? fault.message : String(fault);
  const isOver = isHopeless || ctx.work?.isLastTry === true;
  ctx.log.warn({ mail: id, kind, attempt: ctx.work?.attempt, fault: words }, "a mail was not sent");
  await inOwnUnit(ctx, MailDelivery.name, (own) => markFailed(own, id, { words, isOver, now: ctx.now() }));
  throw isHopeless ? new GivenUp(words) : new AppError("unavailable", words, {}, { cause: fault });
}
