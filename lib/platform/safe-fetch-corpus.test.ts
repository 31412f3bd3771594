import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TlsServer, tlsServer } from "@/lib/testing/tls-server";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";
import type { SafeFetchFault } from "./safe-fetch-fault";

/** What an attacker enters, and the address that it is meant to reach. */
const HOSTILE: [string, string][] = [
  ["https://127.0.0.1/", "127.0.0.1"],
  ["https://127.1/", "127.0.0.1"],
  ["https://127.8.8.8/", "127.8.8.8"],
  ["https://2130706433/", "127.0.0.1"],
  ["https://0x7f000001/", "127.0.0.1"],
  ["https://0x7f.0x0.0x0.0x1/", "127.0.0.1"],
  ["https://0177.0.0.1/", "127.0.0.1"],
  ["https://017700000001/", "127.0.0.1"],
  ["https://１２７.０.０.１/", "127.0.0.1"],
  ["https://127。0。0。1/", "127.0.0.1"],
  ["https://①②⑦.⓪.⓪.①/", "127.0.0.1"],
  ["https://%31%32%37.0.0.1/", "127.0.0.1"],
  ["https://127.0.0.1./", "127.0.0.1"],
  ["https://0.0.0.0/", "0.0.0.0"],
  ["https://0/", "0.0.0.0"],
  ["https://10.0.0.1/", "10.0.0.1"],
  ["https://172.16.0.1/", "172.16.0.1"],
  ["https://172.31.255.255/", "172.31.255.255"],
  ["https://192.168.1.1/", "192.168.1.1"],
  ["https://100.64.0.1/", "100.64.0.1"],
  ["https://100.100.100.200/latest/meta-data/", "100.100.100.200"],
  ["https://169.254.169.254/latest/meta-data/", "169.254.169.254"],
  ["https://169.254.170.2/v2/credentials", "169.254.170.2"],
  ["https://0xa9fea9fe/", "169.254.169.254"],
  ["https://168.63.129.16/metadata", "168.63.129.16"],
  ["https://192.0.0.192/opc/v2/", "192.0.0.192"],
  ["https://198.18.0.1/", "198.18.0.1"],
  ["https://203.0.113.7/", "203.0.113.7"],
  ["https://224.0.0.1/", "224.0.0.1"],
  ["https://240.0.0.1/", "240.0.0.1"],
  ["https://255.255.255.255/", "255.255.255.255"],
  ["https://[::1]/", "::1"],
  ["https://[0:0:0:0:0:0:0:1]/", "::1"],
  ["https://[::]/", "::"],
  ["https://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1"],
  ["https://[::ffff:7f00:1]/", "::ffff:7f00:1"],
  ["https://[::127.0.0.1]/", "::7f00:1"],
  ["https://[::ffff:0:127.0.0.1]/", "::ffff:0:7f00:1"],
  ["https://[64:ff9b::169.254.169.254]/", "64:ff9b::a9fe:a9fe"],
  ["https://[64:ff9b:1::10.0.0.1]/", "64:ff9b:1::a00:1"],
  ["https://[2002:7f00:1::]/", "2002:7f00:1::"],
  ["https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  ["https://[fd00:ec2::254]/latest/meta-data/", "fd00:ec2::254"],
  ["https://[fc00::1]/", "fc00::1"],
  ["https://[fe80::1]/", "fe80::1"],
  ["https://[fec0::1]/", "fec0::1"],
  ["https://[ff02::1]/", "ff02::1"],
  ["https://[2001:db8::1]/", "2001:db8::1"],
  ["https://[2606:4700::5efe:10.0.0.1]/", "2606:4700::5efe:a00:1"],
  ["http://127.0.0.1/", "127.0.0.1"],
  ["https://127.0.0.1:6379/", "127.0.0.1"],
  ["https://pool.example@127.0.0.1/", "127.0.0.1"],
  ["https:\\\\127.0.0.1\\", "127.0.0.1"],
];

/** Without an address of their own. */
const MISSHAPEN = [
  "file:///etc/passwd",
  "gopher://pool.example:70/_x",
  "ftp://pool.example/",
  "dict://pool.example:11211/stats",
  "data:text/html,x",
  "javascript:alert(1)",
  "http://pool.example/",
  "//pool.example/",
  "https:pool.example",
  "https:/pool.example",
  "https:///pool.example/",
  "https://",
  "https://pool.example:22/",
  "https://pool.example:80/",
  "https://pool.example:99999/",
  "https://user@pool.example/",
  "https://user:secret@pool.example/",
  "https://@pool.example/",
  "https://pool.example\\@evil.example/",
  "https://pool\t.example/",
  "https://pool.example/\r\nX-Evil: 1",
  " https://pool.example/",
  "https://pool\u200b.example/",
  "https://[fe80::1%25eth0]/",
  "https://[::1/",
  "https://1.2.3.4.5/",
  "https://256.256.256.256/",
  `https://pool.example/${"a".repeat(2048)}`,
];

let server: TlsServer;
beforeAll(async () => {
  server = await tlsServer(["pool.example"]);
});
afterAll(() => server.close());

const never: SafeFetchOptions["outside"] = {
  resolve: async () => {
    throw new Error("a name was looked up");
  },
};
const refusal = (asking: Promise<unknown>): Promise<SafeFetchFault> =>
  asking.then(
    () => expect.fail("should have been refused"),
    (error) => error,
  );

describe("S18 addresses not to call › as the address itself", () => {
  it.each(HOSTILE)("%s", async (url) => {
    const fault = await refusal(safeFetch(url, { network: "on", outside: never }));
    expect(["url", "address"]).toContain(fault.kind);
  });

  it.each(MISSHAPEN)("%j", async (url) => {
    const fault = await refusal(safeFetch(url, { network: "on", outside: never }));
    expect(fault.kind).toBe("url");
    expect(fault.message).not.toContain("secret");
  });
});

describe("S18 addresses not to call › as what a name resolves to", () => {
  it.each(HOSTILE)("%s", async (_, address) => {
    for (const addresses of [[address], ["93.184.215.14", address], [address, "2606:4700::1111"]]) {
      const outside = { resolve: async () => addresses };
      const fault = await refusal(safeFetch("https://pool.example/", { network: "on", outside }));
      expect(fault.kind).toBe("address");
      expect(fault.message).not.toContain(address);
    }
  });
});

describe("S18 addresses not to call › as where a redirect leads", () => {
  it.each([...HOSTILE.map(([url]) => url), ...MISSHAPEN])("%j", async (url) => {
    for (const status of [301, 302, 303, 307, 308]) {
      server.set((_, response) => {
        // Node refuses a header with a line break before any client can.
        response
          .writeHead(status, { location: encodeURI(url).slice(0, 4000), "set-cookie": "a=1" })
          .end("secret words");
      });
      const before = server.asked.length;
      const fault = await refusal(safeFetch(`${server.url}/hook`, server.options));
      expect(fault.kind).toBe("redirect");
      expect(fault.message).not.toMatch(/secret|127|169\.254/);
      expect(server.asked.length).toBe(before + 1);
    }
  });
});
