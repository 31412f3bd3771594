import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { writeWalletMessage } from "../../adapters/wallet-message";
import { sha256Hex } from "../../core/digest";
import { WALLET_NONCE_MS } from "../../core/factors/judge-wallet-message";
import { AskWalletMessage, WalletMessageToSign } from "../../core/factors/schemas";
import { putToken } from "../../data/one-time-tokens";
import { requireBoundSite } from "./check-wallet";
import { refusal } from "./refusal";

/**
 * The message that a wallet is asked to sign, with a nonce that works once, for five minutes. The same for every address.
 * A query: what it keeps is no record of the product's.
 */
export const askWalletMessage = query({
  name: "identity.wallet.message",
  permission: "public",
  input: AskWalletMessage,
  output: WalletMessageToSign,
  async run(ctx, { address, chain_id, intent }) {
    requireBoundSite(ctx);
    if (intent === "link" && !ctx.session) throw new AppError("unauthenticated", "Sign in first, then link a wallet.");
    const now = ctx.now();
    const nonce = newNonce();
    const wish = { address, chainId: chain_id, nonce, intent, origin: ctx.client.origin, now };
    const message = writeWalletMessage(wish);
    if (message === undefined) {
      const words =
        "Wallets need a host's name with a dot, localhost or an IPv4 address: open this installation by one.";
      throw refusal("unavailable", "message", "site_unnamed", words);
    }
    const expiresAt = new Date(now.getTime() + WALLET_NONCE_MS);
    const data = { intent, asked_by: ctx.session?.userId ?? null };
    await putToken(ctx, {
      tokenHash: await sha256Hex(nonce),
      purpose: "wallet_nonce",
      userId: null,
      data,
      now,
      expiresAt,
    });
    return { message, nonce, expires_at: expiresAt.toISOString() };
  },
});

/** 256 bits in hex: the standard takes letters and digits only. */
const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
