import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";

/** What goes into the web build. */
const SOURCES = [
  ...["app", "components", "lib", "messages", "public", "prisma/schema"],
  ...["package.json", "package-lock.json", "next.config.ts", "postcss.config.mjs", "tsconfig.json"],
  ...["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
];
const LEFT_OUT = /\.test\.tsx?$|^lib\/testing\/|\.md$/;

/** A fingerprint of everything that the build reads: the same sources, the same text. */
export function sourceHash(): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\0`);
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full) || LEFT_OUT.test(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
