import { join } from "node:path";
import { expect } from "@playwright/test";
import { listMailbox } from "@/lib/platform/mail/mailbox";
import { tokenOf } from "@/lib/testing/mails";
import { dataDir } from "./server";

/** The secret at the end of the link of the last mail to an address, as soon as the server under test has delivered it. */
export async function mailedToken(to: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const [mail] = await listMailbox(join(dataDir(), "mailbox"), { to, limit: 1 });
    link = mail?.links[0];
    expect(link, `a mail with a link to ${to}`).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return tokenOf(link ?? "");
}
