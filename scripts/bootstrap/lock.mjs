import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT, say } from "./say.mjs";

const LOCK = join(ROOT, ".runtime", "preparing.lock");

/** Runs `work` while no other command prepares this folder. A lock whose holder is gone counts as free. */
export async function alone(work) {
  mkdirSync(join(ROOT, ".runtime"), { recursive: true });
  for (let told = false; !take(); await wait(250)) {
    if (freeOfTheDead()) continue;
    if (!told) say("Another command is preparing this folder; waiting for it.");
    told = true;
  }
  const free = () => rmSync(LOCK, { force: true });
  process.once("exit", free);
  try {
    return await work();
  } finally {
    process.removeListener("exit", free);
    free();
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function freeOfTheDead() {
  try {
    const holder = readFileSync(LOCK, "utf8");
    if (holder === "" || isAlive(Number(holder))) return false;
    const aside = `${LOCK}.${process.pid}`;
    renameSync(LOCK, aside);
    // Somebody may have taken the lock between the two lines above: then it goes back.
    if (readFileSync(aside, "utf8") === holder) rmSync(aside);
    else renameSync(aside, LOCK);
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return true;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  try {
    // In a container the same numbers come again: it must be one of us.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("bootstrap.mjs");
  } catch {
    return true;
  }
}
