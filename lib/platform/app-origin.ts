import { env } from "./env";

const THIS_MACHINE = ["127.0.0.1", "0.0.0.0", "::1", "::"];

/**
 * Where links in mails lead: the configured address, else this machine's own, by its name, because passkeys know no
 * bare addresses; never an address that a request names.
 */
export function appOrigin(): string {
  const { APP_URL, HOST, PORT } = env();
  if (APP_URL) return new URL(APP_URL).origin;
  if (THIS_MACHINE.includes(HOST)) return `http://localhost:${PORT}`;
  return `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
}
