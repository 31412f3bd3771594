import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** The person who is signed in, and the session they ask by. Throws `unauthenticated` where nobody is. */
export function signedInPerson({ session }: Ctx): { userId: string; sessionId: string } {
  if (session === null) throw new AppError("unauthenticated", "Sign in as a person first.");
  return { userId: session.userId, sessionId: session.id };
}
