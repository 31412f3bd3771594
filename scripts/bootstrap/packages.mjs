import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./lock.mjs";
import { NPM_ADVICE, npm } from "./run.mjs";
import { ROOT, say, stamp, Unprepared } from "./say.mjs";

const lock = join(ROOT, "package-lock.json");
const done = join(ROOT, "node_modules", ".installed-lock-sha256");

/** The packages of package-lock.json, fetched only when it differs from what was installed last. */
export async function ensurePackages(env) {
  if (isInstalled()) return;
  await alone(() => (isInstalled() ? undefined : install(env)));
}

const wanted = () =>
  createHash("sha256").update(readFileSync(lock)).update(`${process.platform}-${process.arch}`).digest("hex");

function isInstalled() {
  if (existsSync(done) && readFileSync(done, "utf8") === wanted()) return true;
  if (!isInstalledByHand()) return false;
  stamp(done, wanted());
  return true;
}

/** Somebody ran `npm install`: npm's own note of what lies in node_modules, written last, says the same as the lock. */
function isInstalledByHand() {
  const note = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const { packages: there } = JSON.parse(readFileSync(note, "utf8"));
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  return Object.entries(packages).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    return there[path] ? there[path].version === version : Boolean(optional || devOptional);
  });
}

function install(env) {
  say("Installing the packages (only when package-lock.json changes; about a minute).");
  // Development packages are needed too: the build checks with them, whatever NODE_ENV says.
  if (!npm(["ci", "--prefer-offline", "--include=dev", "--include=optional"], env)) {
    throw new Unprepared(`npm could not install the packages. ${NPM_ADVICE}`);
  }
  stamp(done, wanted());
}
