import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };

const cache = fileURLToPath(new URL("../../.cache/", import.meta.url));

/** What Playwright and Lighthouse need to start a browser; on macOS and Windows that is the installed Chrome. */
export type Browser = { executablePath?: string; env: Record<string, string> };

/**
 * Not the package's own list: that one turns off web security (a test of CORS or CSP would prove nothing) and runs one
 * process, so that the browser dies with its first page.
 */
export const CHROMIUM_ARGS = [
  ...["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
];

/** A Chromium that comes as an npm package, unpacked once into .cache: no download site, nothing to install. */
export async function chromium(): Promise<Browser> {
  if (process.platform !== "linux") return { env: {} };
  const home = join(cache, `chromium-${packageJson.devDependencies["@sparticuz/chromium"]}`);
  if (!existsSync(home)) await unpack(home);
  const executablePath = join(home, "chromium");
  return { executablePath, env: missingPieces(home, executablePath) };
}

/** Into a folder beside, which takes its name when all is there: a cut-off run leaves no half a browser. */
async function unpack(home: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "unpacking-"));
  const tmp = process.env.TMPDIR;
  // The package unpacks to the folder of temporary files, wherever that is.
  process.env.TMPDIR = fresh;
  try {
    const { default: Chromium, inflate } = await import("@sparticuz/chromium");
    await Chromium.executablePath();
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"));
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(home)) throw error;
  } finally {
    if (tmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = tmp;
  }
}

/** System libraries and a font set-up that a bare image lacks; the package brings both. */
function missingPieces(home: string, executablePath: string): Record<string, string> {
  const libraries = execFileSync("ldd", [executablePath], { encoding: "utf8" }).includes("not found");
  return {
    ...(libraries ? { LD_LIBRARY_PATH: join(home, "al2023", "lib") } : {}),
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") }),
  };
}
