import type { Locale, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/secret-box";

type QueuedMail = {
  kind: string;
  to: string;
  locale: Locale;
  /** What the mail's template takes; may carry a secret link, so it is stored encrypted. */
  params: Record<string, unknown>;
  tenantId: string | null;
  userId: string | null;
  now: Date;
};

/** Puts a mail into the queue, in the transaction of what it tells; the worker sends it. Gives its id. */
export async function queueMail(ctx: { unit: UnitOfWork }, mail: QueuedMail): Promise<string> {
  const { to, params, now, ...row } = mail;
  const id = crypto.randomUUID();
  await (await tx(ctx)).mail.createMany({
    data: {
      ...row,
      id,
      recipient: to,
      payloadBox: seal(JSON.stringify(params), `mail:${id}`),
      createdAt: now,
      dueAt: now,
    },
  });
  return id;
}
