// Runs one Redis for the process that started this one, and kills it when that process ends, however it ends: the channel
// between them closes even at SIGKILL. Alone in its file and free of imports from the project: plain Node runs it.
import { spawn } from "node:child_process";
import process from "node:process";

const [, , program = "", ...args] = process.argv;
const redis = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
process.on("disconnect", () => redis.kill("SIGKILL"));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => redis.kill("SIGKILL"));
redis.on("spawn", () => process.send?.({ pid: redis.pid }));
redis.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
redis.on("exit", () => process.exit());
