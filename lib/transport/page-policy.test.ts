import { expect, it } from "vitest";
import { pagePolicy } from "./page-policy";

it("a page has its own files, the scripts of its nonce, and nothing else", () => {
  expect(pagePolicy("bm9uY2U=", false).split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'nonce-bm9uY2U=' 'strict-dynamic'",
    "style-src 'self' 'nonce-bm9uY2U='",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ]);
});

it("in development Next may reload its modules, and nothing else is different", () => {
  const [built, inDevelopment] = [false, true].map((isDevelopment) => pagePolicy("n", isDevelopment).split("; "));
  expect(inDevelopment?.filter((directive) => !built?.includes(directive))).toEqual([
    "script-src 'nonce-n' 'strict-dynamic' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws:",
  ]);
  expect(inDevelopment).toHaveLength(13);
});
