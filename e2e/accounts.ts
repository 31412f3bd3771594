import { readFileSync } from "node:fs";
import { demoLoginsFile } from "@/scripts/seed/demo-logins";
import { dataDir } from "./server";

/** A person of the demo: their role, and how they sign in. */
export type DemoLogin = { role: string; email: string; password: string; tenant: string };

let read: DemoLogin[] | undefined;

/** Everybody of the demo, as the server under test noted them in its data folder. */
export function demoLogins(): DemoLogin[] {
  read ??= JSON.parse(readFileSync(demoLoginsFile(dataDir()), "utf8")) as DemoLogin[];
  return read;
}

/** The demo company's person of a role; `other`: of the second company. */
export function demoLogin(role: string, { other = false } = {}): DemoLogin {
  const [first] = demoLogins();
  const found = demoLogins().find(
    (login) => login.role === role && (role === "platform_admin" || (login.tenant === first?.tenant) !== other),
  );
  if (!found) throw new Error(`The demo has no ${role}`);
  return found;
}
