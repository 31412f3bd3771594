import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { problem } from "@/lib/transport/problem";

// The reference page is Swagger UI, served from its own package: no CDN, no inline script.
const PACKAGE = join(process.cwd(), "node_modules", "swagger-ui-dist");
const PACKAGED: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

const START = `window.onload = () => SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  filter: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null,
});`;

const DARK = `:root { color-scheme: dark; }
body { margin: 0; background: #0b0d10; }
header { display: flex; gap: 16px; align-items: baseline; padding: 16px 20px; border-bottom: 1px solid #2c333d; font: 14px system-ui, sans-serif; color: #a3adba; }
header a { color: #f2b90c; }
html.dark-mode .swagger-ui .info .title, html.dark-mode .swagger-ui { color: #f2f4f7; }
.swagger-ui .topbar { display: none; }`;

const PAGE = `<!doctype html>
<html lang="en" class="dark-mode">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · HashInsight</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><link rel="stylesheet" href="/api/docs/dark.css">
<script src="/api/docs/swagger-ui-bundle.js" defer></script><script src="/api/docs/start.js" defer></script>
</head>
<body>
<header><a href="/">HashInsight</a><span>API reference</span><a href="/api/openapi.json">openapi.json</a></header>
<main id="reference"><noscript>The reference is drawn by a script. The same document as JSON: <a href="/api/openapi.json">openapi.json</a></noscript></main>
</body></html>`;

const OWN: Record<string, { type: string; body: string }> = {
  "": { type: "text/html; charset=utf-8", body: PAGE },
  "start.js": { type: "text/javascript; charset=utf-8", body: START },
  "dark.css": { type: "text/css; charset=utf-8", body: DARK },
};

export async function GET(_request: Request, route: { params: Promise<{ asset?: string[] }> }): Promise<Response> {
  const name = ((await route.params).asset ?? []).join("/");
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
  if (own) return asset(own.body, own.type);
  const type = Object.hasOwn(PACKAGED, name) ? PACKAGED[name] : undefined;
  if (type) return asset(await readFile(join(PACKAGE, name)), type);
  return problem(new AppError("not_found", "There is no such file of the API reference."), newRequestId());
}

function asset(body: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "cache-control": "public, max-age=3600", "x-content-type-options": "nosniff" },
  });
}
