import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";
import { ROOT } from "./spawn-node";

const folder = mkdtempSync(join(tmpdir(), "hashinsight-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("lockFolder", () => {
  it("gives the lock to one, and tells the others what that one says of itself now", async () => {
    const first = await lockFolder(folder, "data", "first");
    if (!("release" in first)) throw new Error("not taken");
    expect(await lockFolder(folder, "data", "second")).toEqual({ holder: "first" });
    first.announce("stopping");
    expect(await lockFolder(folder, "data", "second")).toEqual({ holder: "stopping" });
    expect(await lockFolder(folder, "build", "other purpose")).toHaveProperty("release");
    first.release();
    expect(await lockFolder(folder, "data", "second")).toHaveProperty("release");
  });

  it("is free when its holder was killed", async () => {
    const code = `const { lockFolder } = await import("./scripts/process/folder-lock.ts");
      await lockFolder(process.env.FOLDER, "killed", "the holder"); console.log("held"); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
      cwd: ROOT,
      env: { ...process.env, FOLDER: folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    expect(await lockFolder(folder, "killed", "me")).toEqual({ holder: "the holder" });
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(await lockFolder(folder, "killed", "me")).toHaveProperty("release");
  });
});
