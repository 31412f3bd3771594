import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, Unprepared } from "./say.mjs";

const TSX = pathToFileURL(join(ROOT, "node_modules", "tsx", "dist", "loader.mjs")).href;

/** Runs the task with our own stdin, stdout and stderr; ends as it ends, and it ends when we or npm do. */
export function handOver(task, args, env) {
  const script = join(ROOT, "scripts", `${task}.ts`);
  if (!existsSync(script)) throw new Unprepared(`There is no task "${task}": scripts/${task}.ts is missing.`);
  // The channel closes when this process ends, however it ends; long-running tasks watch it.
  const settings = existsSync(join(ROOT, ".env")) ? ["--env-file=.env"] : [];
  const child = spawn("node", [...settings, "--import", TSX, script, ...args], {
    cwd: ROOT,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the child from the terminal; a SIGINT for us alone is passed on too, and twice does no harm.
  process.on("SIGINT", () => child.kill("SIGINT"));
  if (env.npm_lifecycle_event) watchNpm(() => child.kill("SIGTERM"));
  return new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm that is killed leaves its children to themselves: whoever ends npm means this. */
function watchNpm(gone) {
  const family = () => `${process.ppid} ${parentOfShell(process.ppid)}`;
  const before = family();
  const timer = setInterval(() => {
    if (family() === before) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** npm's process where npm keeps a shell between itself and us; 0 where it doesn't, or the system doesn't tell. */
function parentOfShell(pid) {
  try {
    const [, name, rest] = readFileSync(`/proc/${pid}/stat`, "utf8").match(/\((.*)\) (.*)/s) ?? [];
    return /^(sh|dash|bash)$/.test(name) ? Number(rest.split(" ")[1]) : 0;
  } catch {
    return 0;
  }
}
