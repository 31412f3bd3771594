import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "./lib/i18n/routing";

const route = createMiddleware(routing);

/** Gives each page its language. Only a page that is read needs one: what writes goes to REST, outside the locale. */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== "GET" && request.method !== "HEAD") return NextResponse.next();
  return route(request);
}

export const config = {
  // Literal, because Next reads it without running it: REST and health prefixes, Next's own files, anything with a dot.
  matcher: [
    "/((?!(?:api|_next|fonts|health|ready|alive|metrics|verify-email|batch/api|batch/template|hosting/api|hosting/status)(?:/|$)|.*\\.).*)",
  ],
};
