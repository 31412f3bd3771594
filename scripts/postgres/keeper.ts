// Runs one Postgres for the process that started this one, and stops it when that process ends, however it ends:
// the channel between them closes even at SIGKILL. Alone in its file and free of imports from the project, because
// plain Node runs it. It has a session of its own, so Ctrl-C in a terminal reaches only the parent.
import { spawn } from "node:child_process";
import process from "node:process";

/** After this long a polite stop ("fast shutdown") becomes an immediate one; both are safe for the data. */
const POLITE_MS = 4_000;

const [, , launch] = process.argv;
const { command, args, uid, gid } = JSON.parse(launch ?? "{}") as {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
};

const postgres = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  ...(uid === undefined ? {} : { uid }),
  ...(gid === undefined ? {} : { gid }),
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  postgres.kill("SIGINT");
  setTimeout(() => postgres.kill("SIGQUIT"), POLITE_MS).unref();
}

process.on("disconnect", stop);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
// The parent's pipes may be gone; a message that nobody reads must not end the keeper before its Postgres.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
postgres.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
postgres.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
