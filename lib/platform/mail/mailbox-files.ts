import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A mail as it lies in the mailbox. Times are ISO 8601 in UTC. */
const StoredMail = z.object({
  id: z.uuid(),
  sentAt: z.iso.datetime(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  locale: z.enum(["en", "zh"]),
  links: z.array(z.string()),
});
export type StoredMail = z.output<typeof StoredMail>;

/** `20261123T014800123Z-<id>.json`: sorted by name is sorted by time. What is still being written ends in `.new`. */
const NAME = /^\d{8}T\d{9}Z-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json(\.new)?$/;
const nameOf = ({ id, sentAt }: StoredMail): string => `${sentAt.replace(/[-:.]/g, "")}-${id}.json`;

/** Writes beside and renames, so that a reader finds whole mails only; nobody but the product's user reads them. */
export async function writeMail(folder: string, mail: StoredMail): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, nameOf(mail));
  const file = await open(`${path}.new`, "wx", 0o600);
  try {
    // The mode of `open` is cut by the umask, never widened; this states it whatever the umask.
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(mail, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/** Names of all mails, newest first; none where there is no folder yet. */
async function names(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return found
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

export const mailNames = async (folder: string): Promise<string[]> =>
  (await names(folder)).filter((name) => name.endsWith(".json"));

export const idOfName = (name: string): string | undefined => NAME.exec(name)?.[1];

/** Null where the file is gone meanwhile (another process makes room) or isn't a mail any more. */
export async function readMailFile(folder: string, name: string): Promise<StoredMail | null> {
  try {
    const parsed = StoredMail.safeParse(JSON.parse(await readFile(join(folder, name), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Deletes whatever is older than the newest `keep` mails, also what a killed process left half written. */
export async function makeRoom(folder: string, keep: number): Promise<void> {
  const all = await names(folder);
  const oldest = all.filter((name) => name.endsWith(".json"))[keep - 1];
  if (oldest === undefined) return;
  await Promise.all(all.filter((name) => name < oldest).map((name) => rm(join(folder, name), { force: true })));
}
