import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

type Manifest = { headers: { regex: string; headers: { key: string; value: string }[] }[] };

const PREFIX = "/_next/static";

/**
 * Answers what the build made for browsers, as it was compressed beforehand; Next would compress it anew for each visitor.
 * Its headers are those of next.config.ts. What isn't such a file goes to `otherwise`.
 *
 * @param distDir the folder of the build
 */
export function buildFiles(distDir: string, otherwise: (request: IncomingMessage, response: ServerResponse) => void) {
  const manifest = JSON.parse(readFileSync(join(distDir, "routes-manifest.json"), "utf8")) as Manifest;
  const rules = manifest.headers.map(({ regex, headers }) => ({ path: new RegExp(regex), headers }));
  const serve = sirv(join(distDir, "static"), {
    ...{ brotli: true, gzip: true, etag: true, immutable: true, maxAge: 31_536_000 },
    setHeaders(response, path) {
      for (const rule of rules.filter((each) => each.path.test(PREFIX + path)))
        for (const { key, value } of rule.headers) response.setHeader(key, value);
    },
  });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = "" } = request;
    if ((method !== "GET" && method !== "HEAD") || !url.startsWith(`${PREFIX}/`)) {
      otherwise(request, response);
      return;
    }
    request.url = url.slice(PREFIX.length);
    serve(request, response, () => {
      request.url = url;
      otherwise(request, response);
    });
  };
}
