import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { ownCertificate } from "./own-certificate";

type Received = {
  from: string;
  to: string[];
  /** The mail as it came over the wire. */
  raw: string;
  secure: boolean;
  user: unknown;
};

export type SmtpReceiver = {
  port: number;
  /** Every mail that was accepted, oldest first. */
  received: Received[];
  close(): Promise<void>;
};

/** The error by which a handler of the server answers with a reply code of its own. */
export const smtpReply = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** A mail server on this machine that takes what it is sent, unless `options` say otherwise. */
export async function smtpReceiver(options: SMTPServerOptions = {}): Promise<SmtpReceiver> {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...ownCertificate("127.0.0.1"),
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(smtpReply(535, "no such login")),
    onData(stream, { envelope, secure, user }, done) {
      let raw = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        raw += chunk;
      });
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, secure, user });
        done(null, "taken");
      });
    },
    ...options,
  });
  // A client that gives up half way is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
