import { demoLogins } from "../../seed/demo-logins";

/** The demo's owner on the server that stores in `dataDir`. */
export function demoOwner(dataDir: string): { email: string; password: string } {
  const [owner] = demoLogins(dataDir).logins;
  if (!owner) throw new Error("The demo has no owner.");
  return { email: owner.email, password: owner.password };
}

/** Signs in by REST; gives the bearer token and the cookie. */
export async function signIn(
  url: string,
  who: { email: string; password: string },
): Promise<{ token: string; cookie: string }> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(who),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { token: access_token, cookie };
}
