import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { ChildLog } from "./child-log";

const folder = mkdtempSync(join(tmpdir(), "hashinsight-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("keeps what a child says, for its owner's eyes, and the last lines at hand", async () => {
  const log = new ChildLog(folder, "child");
  const stream = Readable.from(["one\ntwo\n", "three\n"]);
  log.follow(stream, null);
  await new Promise((resolve) => stream.once("end", resolve));
  expect(readFileSync(log.file, "utf8")).toBe("one\ntwo\nthree\n");
  expect(statSync(log.file).mode & 0o777).toBe(0o600);
  expect(log.lastLines(2)).toBe("  two\n  three");
});

it("begins a new file when the old one is large, and keeps one old one", () => {
  const log = new ChildLog(folder, "large");
  const megabyte = `${"x".repeat(999_999)}\n`;
  for (let n = 0; n < 13; n++) log.write(megabyte);
  expect(statSync(log.file).size).toBeLessThanOrEqual(6_000_000);
  expect(existsSync(`${log.file}.1`)).toBe(true);
  expect(existsSync(`${log.file}.2`)).toBe(false);
});
