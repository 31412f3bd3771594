import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDataDir } from "./data-dir";

const folder = mkdtempSync(join(tmpdir(), "hashinsight-data-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("openDataDir", () => {
  it("makes the folder, also below others that aren't there, and takes its lock", async () => {
    const path = join(folder, "a", "b", "data");
    const data = await openDataDir(path, "this test");
    expect(data).toMatchObject({ path, logs: join(path, "logs") });
    expect(existsSync(path)).toBe(true);
    data.lock.release();
  });

  it("refuses a folder that another holds, and says who", async () => {
    const path = join(folder, "held");
    const data = await openDataDir(path, "the first one");
    await expect(openDataDir(path, "the second")).rejects.toThrow(
      /in use by another HashInsight \(the first one, process/,
    );
    data.lock.release();
  });

  it("refuses a file", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(openDataDir(join(folder, "file"), "t")).rejects.toThrow("can't be written (it is a file)");
    await expect(openDataDir(join(folder, "file", "below"), "t")).rejects.toThrow("can't be written (ENOTDIR)");
  });
});
