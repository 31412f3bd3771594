import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { throwAwayCertificate } from "./throw-away-certificate";

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export type TlsServer = {
  /** Of the first host, with its port. */
  url: string;
  port: number;
  ca: string;
  /** What `safeFetch` needs to take this server for one of the internet. */
  options: {
    network: "on";
    extraPorts: number[];
    outside: { ca: string; resolve: () => Promise<string[]>; isPublic: (address: string) => boolean };
  };
  /** Every request, oldest first. */
  asked: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
  set(answer: Answer): void;
  close(): Promise<void>;
};

/** An https server on this machine, with a certificate for `hosts` that nobody but the test trusts. */
export async function tlsServer(hosts: readonly string[]): Promise<TlsServer> {
  const certificate = throwAwayCertificate(hosts);
  const asked: TlsServer["asked"] = [];
  let answer: Answer = (_, response) => response.end();
  const server = createServer(certificate, async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    asked.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${hosts[0]}:${port}`,
    port,
    ca: certificate.cert,
    options: {
      network: "on",
      extraPorts: [port],
      outside: {
        ca: certificate.cert,
        resolve: async () => ["127.0.0.1"],
        isPublic: (address) => address === "127.0.0.1",
      },
    },
    asked,
    set: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
