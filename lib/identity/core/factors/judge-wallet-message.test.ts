import { describe, expect, it } from "vitest";
import { judgeWalletMessage, STATEMENTS, WALLET_NONCE_MS, type WalletMessage } from "./judge-wallet-message";

const NOW = new Date("2026-11-25T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ORIGIN = "https://mine.example.org:8443";
const GOOD: WalletMessage = {
  domain: "mine.example.org:8443",
  uri: ORIGIN,
  version: "1",
  chainId: 8453,
  statement: STATEMENTS.sign_in,
  issuedAt: NOW,
  expirationTime: later(WALLET_NONCE_MS),
};
const judge = (change: Partial<WalletMessage>, now = NOW) =>
  judgeWalletMessage({ ...GOOD, ...change }, { origin: ORIGIN, intent: "sign_in", now });

describe("judgeWalletMessage", () => {
  it.each([1, 8453, 84532])("takes our own message for chain %d", (chainId) =>
    expect(judge({ chainId })).toBeUndefined(),
  );

  it.each([
    ["another site", { domain: "evil.example" }, "wrong_domain"],
    ["another port", { domain: "mine.example.org" }, "wrong_domain"],
    ["another address", { uri: "https://evil.example" }, "wrong_domain"],
    ["an address by http", { uri: "http://mine.example.org:8443" }, "wrong_domain"],
    ["an unknown chain", { chainId: 137 }, "wrong_chain"],
    ["no number of a chain", { chainId: Number.NaN }, "wrong_chain"],
    ["another version", { version: "2" }, "wrong_text"],
    ["the statement of linking", { statement: STATEMENTS.link }, "wrong_text"],
    ["a time to come", { issuedAt: later(1_001) }, "message_expired"],
    ["a longer life than we give", { expirationTime: later(WALLET_NONCE_MS + 1) }, "message_expired"],
    ["an end that has come", { issuedAt: later(-WALLET_NONCE_MS), expirationTime: NOW }, "message_expired"],
    ["no readable time", { issuedAt: new Date(Number.NaN) }, "message_expired"],
    ["no readable end", { expirationTime: new Date(Number.NaN) }, "message_expired"],
  ] as const)("refuses %s", (_, change, refusal) => expect(judge(change)).toBe(refusal));

  it("takes a message until its last millisecond", () => {
    expect(judge({}, later(WALLET_NONCE_MS - 1))).toBeUndefined();
    expect(judge({}, later(WALLET_NONCE_MS))).toBe("message_expired");
  });

  it("forgives a clock that is a second off", () => expect(judge({ issuedAt: later(1_000) })).toBeUndefined());
});

it("a wallet shows its owner what the signature is for", () => {
  expect(STATEMENTS).toEqual({
    sign_in: "Sign in to HashInsight.",
    link: "Link this wallet to my HashInsight account.",
  });
});
