import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { command, NoInput } from "@/lib/kernel/use-case";
import { MailFault } from "@/lib/platform/mail/mail-fault";
import { deliver } from "../adapters/deliver";
import { retryDelayMs } from "../core/retry-delay";
import { type DueMail, markFailed, markSent, takeDueMails } from "../data/mail-delivery";

const AT_ONCE = 20;

/** Sends what is due. One that fails for a while is tried again, later each time, for a day; the others don't wait for it. */
export const sendDueMails = command({
  name: "identity.mail.send",
  permission: "system",
  routine: "every second; each mail's row tells what became of it",
  input: NoInput,
  output: z.object({ sent: z.int(), failed: z.int() }),
  async run(ctx) {
    const due = await takeDueMails(ctx, ctx.now(), AT_ONCE);
    const outcomes = await Promise.all(due.map((mail) => attempt(mail)));
    let sent = 0;
    for (const [index, mail] of due.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok) {
        sent++;
        await markSent(ctx, mail.id, outcome.id, ctx.now());
      } else await postpone(ctx, mail, outcome?.fault ?? new Error("no outcome"));
    }
    return { sent, failed: due.length - sent };
  },
});

type Outcome = { ok: true; id: string } | { ok: false; fault: unknown };

const attempt = (mail: DueMail): Promise<Outcome> =>
  deliver(mail).then(
    ({ id }) => ({ ok: true, id }),
    (fault: unknown) => ({ ok: false, fault }),
  );

async function postpone(ctx: CommandCtx, mail: DueMail, fault: unknown): Promise<void> {
  const isTransient = !(fault instanceof MailFault) || fault.transient;
  const delay = isTransient ? retryDelayMs(mail.attempts) : undefined;
  const words = fault instanceof Error ? fault.message : String(fault);
  ctx.log.warn({ mail: mail.id, kind: mail.kind, attempts: mail.attempts + 1, fault: words }, "a mail was not sent");
  await markFailed(ctx, mail.id, words, delay === undefined ? null : new Date(ctx.now().getTime() + delay), ctx.now());
}
