/** What nodemailer is told about the way to the server. */
export type SmtpConnection = {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  ignoreTLS: boolean;
  auth?: { user: string; pass: string };
};

const FORM = "must look like smtp://user:password@host:587 or smtps://user:password@host:465";

/**
 * Reads `smtp(s)://user:pass@host:port`; throws an Error that says what is wrong without repeating the address. Parsed
 * here because nodemailer reads a query too, and one can switch the check of certificates off.
 * `smtps` speaks TLS from the start. `smtp` must change to TLS (STARTTLS) before anything is said, so that nobody on the
 * way reads passwords or links; only towards this machine itself nothing is encrypted.
 */
export function smtpConnection(address: string): SmtpConnection {
  const url = URL.parse(address);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "") throw new Error(FORM);
  if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") {
    throw new Error(`${FORM}, with nothing behind the port (the check of certificates can't be switched off)`);
  }
  if ((url.username === "") !== (url.password === ""))
    throw new Error(`${FORM}, with both user and password or neither`);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const secure = url.protocol === "smtps:";
  const local = /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(url.username === "" ? {} : { auth: { user: decoded(url.username), pass: decoded(url.password) } }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error(`${FORM}; a % in user or password is written %25`);
  }
}
