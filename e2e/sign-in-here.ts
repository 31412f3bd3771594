import type { BrowserContext } from "@playwright/test";
import { type Person, type Session, signIn } from "./security/world";
import { origin } from "./server";

/** Signs somebody in, in this browser. */
export async function signInHere(context: BrowserContext, person: Person): Promise<Session> {
  const session = await signIn(person);
  const [name = "", value = ""] = session.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin() }]);
  return session;
}
