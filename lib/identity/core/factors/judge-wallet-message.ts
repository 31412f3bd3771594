/** Ethereum, Base and Base Sepolia: EIP-155 ids. */
export const WALLET_CHAINS = [1, 8453, 84532] as const;
export type WalletChain = (typeof WALLET_CHAINS)[number];

/** What a wallet is asked to sign for. A signature for one never stands in for the other. */
export const WALLET_INTENTS = ["sign_in", "link"] as const;
export type WalletIntent = (typeof WALLET_INTENTS)[number];

/** A nonce, and so what is signed with it, is worth this long. */
export const WALLET_NONCE_MS = 5 * 60_000;
/** A message is written by our own server, whose clock is the one that judges it. */
const CLOCK_SKEW_MS = 1_000;

export const STATEMENTS: Record<WalletIntent, string> = {
  sign_in: "Sign in to HashInsight.",
  link: "Link this wallet to my HashInsight account.",
};

/** The fields of a Sign-In with Ethereum message (EIP-4361) that decide. */
export type WalletMessage = {
  domain: string;
  uri: string;
  version: string;
  chainId: number;
  statement: string;
  issuedAt: Date;
  expirationTime: Date;
};

export type WalletRefusal = "wrong_domain" | "wrong_chain" | "wrong_text" | "message_expired";

/**
 * Whether a message is one of ours, for this site and purpose and still of time; nothing to say where it is. `origin` is
 * the site as its visitor sees it. The nonce and the signature are asked for apart.
 */
export function judgeWalletMessage(
  message: WalletMessage,
  { origin, intent, now }: { origin: string; intent: WalletIntent; now: Date },
): WalletRefusal | undefined {
  if (message.domain !== new URL(origin).host || message.uri !== origin) return "wrong_domain";
  if (!WALLET_CHAINS.some((known) => known === message.chainId)) return "wrong_chain";
  if (message.version !== "1" || message.statement !== STATEMENTS[intent]) return "wrong_text";
  const issued = message.issuedAt.getTime();
  const expires = message.expirationTime.getTime();
  const isTimely =
    issued <= now.getTime() + CLOCK_SKEW_MS && now.getTime() < expires && expires - issued <= WALLET_NONCE_MS;
  return isTimely ? undefined : "message_expired";
}
