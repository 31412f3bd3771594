import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { secretKey } from "@/lib/platform/secrets";
import { sessionLimits } from "../core/judge-session";
import { cookieAttributes, cookieName } from "./session-cookie";

/** What a page's script may know of who is signed in. */
export type ShownSession = {
  user: { id: string; email: string; name: string; role: string | null; tenant_id: string | null };
};

type Look = (sid: string) => Promise<ShownSession | undefined>;

/**
 * next-auth's `GET /api/auth/session`. Its `jwt` callback asks for the session's row at every use; a session that is over
 * answers `null` and loses its cookie. The cookie keeps the session's secret and nothing else.
 */
export function sessionEndpoint(look: Look, isSecure: boolean): (request: NextRequest) => Promise<Response> {
  let live: ShownSession | undefined;
  const { handlers } = NextAuth({
    // Signing in is our own use case (use-cases/login.ts): each way of it is a REST endpoint as well.
    providers: [],
    secret: secretKey("session-cookie").toString("base64url"),
    trustHost: true,
    basePath: "/api/auth",
    session: { strategy: "jwt", maxAge: sessionLimits(null).absoluteMs / 1000 },
    cookies: { sessionToken: { name: cookieName(isSecure), options: cookieAttributes(isSecure) } },
    callbacks: {
      async jwt({ token }) {
        live = typeof token.sid === "string" ? await look(token.sid) : undefined;
        return live ? { sid: token.sid } : null;
      },
      session: ({ session }) => ({ ...session, ...live }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  });
  return async (request) => withoutOtherCookies(await handlers.GET(request), cookieName(isSecure));
}

/** next-auth hands out a token for its own forms too, of which there are none. */
function withoutOtherCookies(answer: Response, name: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete("set-cookie");
  for (const cookie of answer.headers.getSetCookie())
    if (cookie.startsWith(`${name}=`)) headers.append("set-cookie", cookie);
  return new Response(answer.body, { status: answer.status, headers });
}
