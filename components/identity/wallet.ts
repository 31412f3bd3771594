import type { WalletChain, WalletIntent } from "@/lib/identity/core/factors/judge-wallet-message";
import { WALLET_CHAINS } from "@/lib/identity/core/factors/judge-wallet-message";
import type { Action, ActionAnswer } from "./form/form-state";
import { refusedHere } from "./passkey";

/** EIP-1193, as wallets put it into a page. */
type Provider = { request(call: { method: string; params?: unknown[] }): Promise<unknown> };
type AskMessage = Action<{ address: string; chain_id: WalletChain; intent: WalletIntent }, { message: string }>;

export type SignedMessage = { message: string; signature: string };

const provider = (): Provider | undefined => (window as { ethereum?: Provider }).ethereum;

/** Whether this browser has a wallet. */
export const hasWallet = (): boolean => provider() !== undefined;

/** Has the wallet sign the server's message for one purpose. */
export async function walletAnswer(ask: AskMessage, intent: WalletIntent): Promise<ActionAnswer<SignedMessage>> {
  const wallet = provider();
  if (!wallet) return refusedHere("wallet_missing");
  try {
    const accounts = await wallet.request({ method: "eth_requestAccounts" });
    const address = Array.isArray(accounts) ? accounts[0] : undefined;
    if (typeof address !== "string") return refusedHere("wallet_denied");
    const asked = await ask({ address, chain_id: chainOf(await wallet.request({ method: "eth_chainId" })), intent });
    if (!asked.ok) return asked;
    const { message } = asked.data;
    const signature = await wallet.request({ method: "personal_sign", params: [hexOf(message), address] });
    if (typeof signature !== "string") return refusedHere("wallet_denied");
    return { ok: true, data: { message, signature } };
  } catch {
    return refusedHere("wallet_denied");
  }
}

/** The chain that the wallet is on, where we know it; nothing is sent to it, so any known one is as good. */
const chainOf = (hex: unknown): WalletChain =>
  WALLET_CHAINS.find((known) => known === Number.parseInt(String(hex), 16)) ?? WALLET_CHAINS[0];

const hexOf = (text: string): string =>
  `0x${Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
