import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";

/** The password for an account made here: NEW_PASSWORD of the environment, a line of standard input, or a random one. */
export async function askPassword(): Promise<{ password: string; isMade: boolean }> {
  const given = process.env.NEW_PASSWORD?.trim();
  if (given) return { password: given, isMade: false };
  if (!process.stdin.isTTY) return { password: randomBytes(18).toString("base64url"), isMade: true };
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const typed = (await lines.question("Password (12 or more characters; empty for a random one): ")).trim();
  lines.close();
  return typed === ""
    ? { password: randomBytes(18).toString("base64url"), isMade: true }
    : { password: typed, isMade: false };
}
