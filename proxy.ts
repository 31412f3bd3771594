import { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "./lib/i18n/routing";
import { foreignForm } from "./lib/transport/foreign-form";
import { pagePolicy } from "./lib/transport/page-policy";

const route = createMiddleware(routing);

/**
 * Gives each page its language and its policy for scripts, with a nonce of its own. It guards nothing: who may see what
 * is decided in the use cases. Only a page that is read needs a language; what writes goes to REST, outside the locale.
 */
export function proxy(request: NextRequest): Response {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next puts the nonce of this header on every script of its own.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-page-path", request.nextUrl.pathname + request.nextUrl.search);
  // A form that is sent without scripts is answered in its page's language; next-intl looks at pages that are read only.
  headers.set("x-next-intl-locale", request.nextUrl.pathname.startsWith("/zh") ? "zh" : "en");
  const isRead = request.method === "GET" || request.method === "HEAD";
  const refusal = isRead ? undefined : foreignForm(request.headers);
  if (refusal) return refusal;
  // A file that isn't there is missing in every language.
  const isRouted = isRead && !request.nextUrl.pathname.includes(".");
  const response = isRouted
    ? route(new NextRequest(request, { headers }))
    : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Literal, because Next reads it without running it: not REST and health prefixes, Next's own files, nor those of `public`.
  matcher: [
    "/((?!(?:licence\\.txt|api|_next|fonts|health|ready|alive|metrics|verify-email|batch/api|batch/template|hosting/api|hosting/status)(?:/|$)).*)",
  ],
};
