import { readFile } from "node:fs/promises";
import path from "node:path";

const FOLDER = path.join(process.cwd(), "node_modules/@fontsource-variable/noto-sans-sc");
const SLICE = /^noto-sans-sc-\d+-wght-normal\.woff2$/;

type Route = { params: Promise<{ version: string; file: string[] }> };

/** The slices of Noto Sans SC and the style sheet that names them, straight from the package. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const name = (await params).file.join("/");
  if (name === "index.css") return answer(await styleSheet(), "text/css; charset=utf-8");
  if (!SLICE.test(name)) return new Response("There is no such slice.", { status: 404 });
  const bytes = await readFile(path.join(FOLDER, "files", name)).catch(() => null);
  return bytes ? answer(new Uint8Array(bytes), "font/woff2") : new Response("There is no such slice.", { status: 404 });
}

/** Geist has the Latin, Greek and Cyrillic letters: only the numbered slices stay. */
async function styleSheet(): Promise<string> {
  const css = await readFile(path.join(FOLDER, "index.css"), "utf8");
  return [
    ...css.matchAll(/@font-face \{[^}]*\/(noto-sans-sc-\d+-wght-normal\.woff2)[^}]*unicode-range: ([^;]+);[^}]*\}/g),
  ]
    .map(
      ([, file, range]) =>
        `@font-face{font-family:"Noto Sans SC";font-weight:100 900;font-display:swap;src:url(${file}) format("woff2");unicode-range:${range}}`,
    )
    .join("\n");
}

const answer = (body: BodyInit, type: string): Response =>
  new Response(body, { headers: { "content-type": type, "cache-control": "public, max-age=31536000, immutable" } });
