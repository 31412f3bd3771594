import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROLES } from "@/lib/identity/policy";
import type { DemoLogin } from "@/lib/identity/use-cases/seed-demo-accounts";

export const demoLoginsFile = (dataDir: string): string => join(dataDir, "demo-logins.json");

const DEMO = "Demo Mining Company";
const SECOND = "Second Mine";

/**
 * The accounts of the demo with random passwords, written before they are made, so that none is ever lost: the demo
 * company's owner first, one of each role, the owner of a second company, the platform's administrator. `isNew`: the
 * note was not there, or can't be read.
 */
export function demoLogins(dataDir: string): { logins: DemoLogin[]; isNew: boolean } {
  const file = demoLoginsFile(dataDir);
  const known = existsSync(file) ? readNote(file) : undefined;
  if (known) return { logins: known, isNew: false };
  const login = (role: DemoLogin["role"], tenant: string, name: string): DemoLogin => ({
    role,
    email: `${name}@demo.hashinsight.example`,
    password: randomBytes(15).toString("base64url"),
    tenant,
  });
  const logins = [
    ...ROLES.map((role) => login(role, DEMO, role.replaceAll("_", "-"))),
    login("owner", SECOND, "second-owner"),
    login("platform_admin", "", "platform"),
  ];
  writeFileSync(`${file}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { logins, isNew: true };
}

function readNote(file: string): DemoLogin[] | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as DemoLogin[];
  } catch {
    return undefined;
  }
}
