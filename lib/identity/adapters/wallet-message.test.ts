import fc from "fast-check";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { readWalletMessage, signerOf, walletAddress, writeWalletMessage } from "./wallet-message";

/** Private key 1: an account that everybody knows. */
const ACCOUNT = privateKeyToAccount(`0x${"1".padStart(64, "0")}`);
const NOW = new Date("2026-11-25T12:00:00.000Z");
const write = (change: Partial<Parameters<typeof writeWalletMessage>[0]> = {}) =>
  writeWalletMessage({
    address: ACCOUNT.address,
    chainId: 8453,
    nonce: "0123456789abcdef".repeat(4),
    intent: "link",
    origin: "https://mine.example.org",
    now: NOW,
    ...change,
  });

describe("writeWalletMessage", () => {
  it("writes what EIP-4361 says", () => {
    expect(write()).toBe(
      [
        "mine.example.org wants you to sign in with your Ethereum account:",
        "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf",
        "",
        "Link this wallet to my HashInsight account.",
        "",
        "URI: https://mine.example.org",
        "Version: 1",
        "Chain ID: 8453",
        `Nonce: ${"0123456789abcdef".repeat(4)}`,
        "Issued At: 2026-11-25T12:00:00.000Z",
        "Expiration Time: 2026-11-25T12:05:00.000Z",
      ].join("\n"),
    );
  });

  it.each(["http://[::1]:3000", "http://mine:3000"])(
    "has no words for a site that the standard has no name for: %s",
    (origin) => expect(write({ origin })).toBeUndefined(),
  );
});

describe("readWalletMessage", () => {
  const text = write() ?? "";

  it("reads what was written", () => {
    expect(readWalletMessage(text)).toMatchObject({
      address: ACCOUNT.address,
      domain: "mine.example.org",
      chainId: 8453,
    });
  });

  it("reads nothing in a text with any sign changed, or reads what was changed", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("\n", " ", "0", "x", "é", "\u200b"), (at, sign) => {
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        if (changed === text) return;
        expect(readWalletMessage(changed)).not.toEqual(readWalletMessage(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a line before it", `x\n${text}`],
    ["a line after it", `${text}\nRequest ID: 1`],
    ["a second message", `${text}\n${text}`],
    ["an address in lower case", text.replace(ACCOUNT.address, ACCOUNT.address.toLowerCase())],
    ["another way to write the time", text.replace("12:00:00.000Z", "12:00:00Z")],
    ["carriage returns", text.replaceAll("\n", "\r\n")],
    ["nothing at all", ""],
  ])("reads nothing in a message with %s", (_, changed) => expect(readWalletMessage(changed)).toBeUndefined());
});

describe("signerOf", () => {
  it("knows whose key signed", async () => {
    expect(await signerOf("hello", await ACCOUNT.signMessage({ message: "hello" }))).toBe(ACCOUNT.address);
  });

  it("finds somebody else for another text", async () => {
    expect(await signerOf("hello!", await ACCOUNT.signMessage({ message: "hello" }))).not.toBe(ACCOUNT.address);
  });

  it.each(["", "0x", "0x00", "hello", `0x${"00".repeat(65)}`, `0x${"ff".repeat(65)}`])(
    "finds nobody for %j",
    async (signature) => expect(await signerOf("hello", signature)).toBeUndefined(),
  );
});

it.each([
  ["0x7e5f4552091a69125d5dfcb7b8c2659029395bdf", ACCOUNT.address],
  ["0x7E5F4552091A69125D5DFCB7B8C2659029395BDF", ACCOUNT.address],
  ["7e5f4552091a69125d5dfcb7b8c2659029395bdf", undefined],
  ["0x7e5f", undefined],
])("the address %s is kept as %s", (text, address) => expect(walletAddress(text)).toBe(address));
