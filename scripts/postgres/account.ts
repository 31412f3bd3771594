import { execFileSync, spawnSync } from "node:child_process";
import { Refusal } from "../process/refusal";

/** How to run a Postgres program: Postgres refuses root, so that root hands over to another account. */
export type Launch = { command: string; args: string[]; uid?: number; gid?: number };

type Account = { uid: number; gid: number };

/** The account that Postgres runs as when we are root; `undefined` when we are not. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp("postgres");
  if (known) return known;
  // A bare image has no such account; where it can't be made, "nobody" exists everywhere.
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (account) return account;
  throw new Refusal(
    "Postgres doesn't run as root, and there is no account postgres.",
    "Make one, or start as another user.",
  );
}

function lookUp(name: string): Account | undefined {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/**
 * The launch of a Postgres program that must reach `folders`. A clone below a folder that is closed to others
 * (/root, a fresh mktemp -d) is out of the account's reach; on Linux it then keeps root's right to pass, no other.
 */
export function launch(command: string, args: string[], folders: string[]): Launch {
  const account = postgresAccount();
  if (!account) return { command, args };
  const reach = ["/bin/sh", "-c", 'for path in "$@"; do test -x "$path" || exit 1; done', "sh", command, ...folders];
  const [shell = "", ...test] = reach;
  if (spawnSync(shell, test, { ...account, stdio: "ignore" }).status === 0) return { command, args, ...account };
  const become = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", ...RIGHT_TO_PASS];
  const passes = spawnSync("setpriv", [...become, ...reach], { stdio: "ignore" });
  if (passes.status === 0) return { command: "setpriv", args: [...become, command, ...args] };
  throw new Refusal(
    `Postgres doesn't run as root, and another account can't reach ${folders[0] ?? command}: a folder above is closed.`,
    "Start as another user than root, move the project (for example to /srv), or set DATABASE_URL.",
  );
}

/** The secure bit makes access(2), by which Postgres looks for its own files, respect the right too. */
const RIGHT_TO_PASS = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
