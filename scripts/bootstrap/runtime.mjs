import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { alone } from "./lock.mjs";
import { NPM_ADVICE, npm } from "./run.mjs";
import { ROOT, say, stamp, Unprepared } from "./say.mjs";

const NODE = "24.21.0";
const runtime = join(ROOT, ".runtime");
const done = join(runtime, `.node-${NODE}-${process.platform}-${process.arch}`);

/** The folder of a Node that fits: the one we run under, or the pinned one as a package from npm. */
export async function ensureNode() {
  if (fits(process.versions.node)) return dirname(process.execPath);
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(runtime, "node_modules", name, "bin");
  if (!existsSync(done)) await alone(() => (existsSync(done) ? undefined : fetchNode(name, folder)));
  return folder;
}

function fits(version) {
  const [major, minor] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = NODE.split(".").map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}

function fetchNode(name, folder) {
  say(`Fetching Node ${NODE} (once).`);
  rmSync(join(runtime, "node_modules"), { recursive: true, force: true });
  rmSync(join(runtime, "package-lock.json"), { force: true });
  writeFileSync(join(runtime, "package.json"), '{"private":true}');
  if (!npm(["install", "--prefix", runtime, "--no-save", `${name}@${NODE}`])) {
    throw new Unprepared(`npm could not fetch Node ${NODE} (package ${name}). ${NPM_ADVICE}`);
  }
  const works = spawnSync(join(folder, "node"), ["--version"], { encoding: "utf8" });
  if (works.stdout?.trim() !== `v${NODE}`) {
    throw new Unprepared(
      `Node ${NODE} from npm doesn't run here (${process.platform} ${process.arch}). Install Node 24 and try again.`,
    );
  }
  stamp(done, "");
}
