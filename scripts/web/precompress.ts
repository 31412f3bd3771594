// Compresses the files of the web build once, so that no request waits for it (scripts/web/build-files.ts serves them).
// Plain Node runs it too: `node scripts/web/precompress.ts` after a build by hand.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What isn't compressed by its own format already. */
const TEXT = new Set([".js", ".css", ".json", ".map", ".svg", ".txt", ".wasm"]);
/** Below this a head and a table cost as much as they save. */
const LEAST_BYTES = 1_024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Beside each text file of a build's `static` folder, the same as `.br` and `.gz`. */
export async function precompress(distDir: string): Promise<void> {
  const files = await readdir(join(distDir, "static"), { recursive: true, withFileTypes: true });
  await Promise.all(
    files
      .filter((file) => file.isFile() && TEXT.has(extname(file.name)))
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        const content = await readFile(path);
        if (content.length < LEAST_BYTES) return;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        await writeFile(`${path}.br`, await brotli(content, { params }));
        await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }));
      }),
  );
}

if (process.argv[1] === import.meta.filename) await precompress(process.env.NEXT_DIST_DIR ?? ".next");
