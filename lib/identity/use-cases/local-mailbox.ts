import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { NoInput, query } from "@/lib/kernel/use-case";
import { keepsMail, type LocalMail, readLocalMail } from "../adapters/local-mailbox";
import { openPendingMail } from "../adapters/pending-mail";
import { findNewestLike, listMails, type MailRow } from "../data/mails";

const Body = z.object({ subject: z.string(), text: z.string(), links: z.array(z.string()) });

const LocalMailItem = z.object({
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  state: z.enum(["waiting", "kept", "failed"]),
  at: z.iso.datetime(),
  /** Null where it waits, failed, or made room for newer ones. */
  mail: Body.nullable(),
});
export type LocalMailItem = z.output<typeof LocalMailItem>;

const SHOWN = 100;

/**
 * The mails of the company, and those to the reader, where no mail leaves the machine: so every flow can be finished
 * without a mail server. For owners, who answer for everything anyway. Throws `not_found` where mail is sent.
 */
export const listLocalMails = query({
  name: "identity.local-mailbox.list",
  permission: "company:write",
  input: NoInput,
  output: z.object({ items: z.array(LocalMailItem) }),
  async run(ctx) {
    if (!keepsMail()) throw new AppError("not_found", "Mail leaves this installation, so there is no mailbox here.");
    const rows = await listMails(ctx, SHOWN);
    return { items: await Promise.all(rows.map(toItem)) };
  },
});

/**
 * What a browser that has just signed up may know: the address, and where mail stays on this machine the one mail that it
 * asked for. `pending` is the note that signing up gave it; an old or foreign one tells nothing.
 */
export const readPendingMail = query({
  name: "identity.local-mailbox.pending",
  permission: "public",
  input: z.strictObject({ pending: z.string().max(2_000) }),
  output: z.object({ email: z.string().nullable(), keeps_mail: z.boolean(), item: LocalMailItem.nullable() }),
  async run(ctx, { pending }) {
    const keeps_mail = keepsMail();
    const known = await openPendingMail(pending, ctx.now());
    const email = known?.email ?? null;
    if (!known?.mail || !keeps_mail) return { email, keeps_mail, item: null };
    const { id, userId } = known.mail;
    await ctx.unit.rescope({ userId });
    const row = await findNewestLike(ctx, id, userId);
    return { email, keeps_mail, item: row ? await toItem(row) : null };
  },
});

async function toItem(row: MailRow): Promise<LocalMailItem> {
  const state = row.failedAt ? "failed" : row.sentAt ? "kept" : "waiting";
  const mail: LocalMail | null = row.carrierId ? await readLocalMail(row.carrierId) : null;
  return { id: row.id, kind: row.kind, to: row.recipient, state, at: row.createdAt.toISOString(), mail };
}
