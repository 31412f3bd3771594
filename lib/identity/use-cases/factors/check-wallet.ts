import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { isValidWalletMessage, readWalletMessage, signerOf } from "../../adapters/wallet-message";
import { isBoundSite } from "../../adapters/wallet-site";
import { sha256Hex } from "../../core/digest";
import { judgeWalletMessage, type WalletIntent, type WalletRefusal } from "../../core/factors/judge-wallet-message";
import { takeToken } from "../../data/one-time-tokens";
import { refusal } from "./refusal";

const WORDS: Record<WalletRefusal, string> = {
  wrong_domain: "This message was written for another site.",
  wrong_chain: "Choose Ethereum, Base or Base Sepolia in the wallet.",
  wrong_text: "This is not the message that we asked to sign.",
  message_expired: "This took too long: ask for a new message.",
};

/** Throws `unavailable` where a signature wouldn't be bound to the real site. */
export function requireBoundSite(ctx: Ctx): void {
  if (isBoundSite(ctx.client.origin)) return;
  const message = "Wallets need the installation's real address: its operator sets it as APP_URL.";
  throw refusal("unavailable", "message", "site_unbound", message);
}

/**
 * Whose wallet signed one of our messages: its address, or nothing where the signature is not of the address in it. The
 * nonce is used up whatever comes of it. Throws `unauthenticated`, or `validation` for linking,
 * with what is wrong with the message itself.
 */
export async function signerOfMessage(
  ctx: Ctx,
  { message: text, signature }: { message: string; signature: string },
  intent: WalletIntent,
): Promise<string | undefined> {
  requireBoundSite(ctx);
  const { origin } = ctx.client;
  const now = ctx.now();
  // Who is signed in stays so: linking then failed, and nothing else.
  const kind = intent === "link" ? "validation" : "unauthenticated";
  const refuse = (code: WalletRefusal) => refusal(kind, "message", code, WORDS[code]);
  const message = readWalletMessage(text);
  if (!message) throw refuse("wrong_text");
  const tokenHash = await sha256Hex(message.nonce);
  const nonce = await inOwnUnit(ctx, "identity.wallet.nonce", (own) =>
    takeToken(own, { tokenHash, purpose: "wallet_nonce", now }),
  );
  const fault = judgeWalletMessage(message, { origin, intent, now });
  if (fault) throw refuse(fault);
  // Who is signed in asked for it, to link; nobody did, to sign in.
  const isAskedFor =
    nonce?.data.intent === intent && (intent === "sign_in" || nonce.data.asked_by === ctx.session?.userId);
  if (!isAskedFor)
    throw refusal(kind, "message", "challenge_over", "This took too long, or was used already: try again.");
  if (!isValidWalletMessage(message, now)) throw refuse("wrong_text");
  const signer = await signerOf(text, signature);
  return signer === message.address ? signer : undefined;
}
