import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/secret-box";
import type { MailOrder } from "../adapters/mails/mails";
import { MailDelivery } from "../work";

type QueuedMail = MailOrder & { to: string; tenantId: string | null; userId: string | null; now: Date };

/** Puts a mail into the queue, in the transaction of what it tells; the worker sends it. Gives its id. */
export async function queueMail(ctx: { unit: UnitOfWork }, mail: QueuedMail): Promise<string> {
  const { to, params, now, ...row } = mail;
  const id = crypto.randomUUID();
  // Its links are secrets: encrypted here, and blanked once it is sent.
  const payloadBox = seal(JSON.stringify(params), `mail:${id}`);
  const data = { ...row, id, recipient: to, payloadBox, createdAt: now };
  await (await tx(ctx)).mail.createMany({ data });
  const { tenantId, userId } = mail;
  ctx.unit.enqueue(MailDelivery, { mail_id: id }, { id, tenantId, userId });
  return id;
}
