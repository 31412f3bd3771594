import { unseal } from "@/lib/platform/secret-box";
import { query } from "./sql";

/** The last queued mail to an address, with what it will say; nothing when there is none. */
export async function lastMail(to: string): Promise<{ kind: string; params: Record<string, unknown> } | undefined> {
  const [row] = await query<{ id: string; kind: string; payload_box: string }>(
    "select id, kind, payload_box from mails where recipient = $1 and payload_box is not null order by created_at desc, id desc limit 1",
    [to],
  );
  if (!row) return undefined;
  return { kind: row.kind, params: JSON.parse(unseal(row.payload_box, `mail:${row.id}`)) as Record<string, unknown> };
}

/** The secret at the end of the link that was mailed to an address last. */
export async function mailedToken(to: string): Promise<string> {
  const link = (await lastMail(to))?.params.link;
  if (typeof link !== "string") throw new Error(`No mail with a link went to ${to}`);
  return tokenOf(link);
}

/** The secret at the end of a mailed link. */
export const tokenOf = (link: string): string => link.slice(link.lastIndexOf("/") + 1);
