import { env } from "./env";

/** Where links in mails lead: the configured address, else this machine's own; never an address that a request names. */
export function appOrigin(): string {
  const { APP_URL, HOST, PORT } = env();
  if (APP_URL) return new URL(APP_URL).origin;
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}
