import { getAddress, isHex, recoverMessageAddress } from "viem";
import { createSiweMessage, parseSiweMessage, validateSiweMessage } from "viem/siwe";
import {
  STATEMENTS,
  WALLET_NONCE_MS,
  type WalletChain,
  type WalletIntent,
  type WalletMessage,
} from "../core/factors/judge-wallet-message";

type Wish = { address: string; chainId: WalletChain; nonce: string; intent: WalletIntent; origin: string; now: Date };

/** The text that a wallet is asked to sign (EIP-4361); nothing where the site's name is none that the standard knows. */
export function writeWalletMessage({ address, chainId, nonce, intent, origin, now }: Wish): string | undefined {
  try {
    return createSiweMessage({
      address: getAddress(address),
      chainId,
      nonce,
      domain: new URL(origin).host,
      uri: origin,
      version: "1",
      statement: STATEMENTS[intent],
      issuedAt: now,
      expirationTime: new Date(now.getTime() + WALLET_NONCE_MS),
    });
  } catch (error) {
    if (error instanceof Error && error.name === "SiweInvalidMessageFieldError") return undefined;
    throw error;
  }
}

export type ReadWalletMessage = WalletMessage & { address: string; nonce: string };

/**
 * The fields of a signed text. Nothing unless writing them again gives the very same text: what a wallet showed its owner
 * is then exactly what we read, without a line more.
 */
export function readWalletMessage(text: string): ReadWalletMessage | undefined {
  const fields = parseSiweMessage(text);
  const { address, chainId, domain, expirationTime, issuedAt, nonce, statement, uri, version } = fields;
  if (!address || !chainId || !domain || !expirationTime || !issuedAt || !nonce || !statement || !uri || !version)
    return undefined;
  const message = { address, chainId, domain, expirationTime, issuedAt, nonce, statement, uri, version };
  try {
    return createSiweMessage(message) === text ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The standard's own rules, for a message that is read and judged. */
export const isValidWalletMessage = (message: ReadWalletMessage, now: Date): boolean =>
  validateSiweMessage({
    message: { ...message, address: getAddress(message.address), version: "1" },
    domain: message.domain,
    nonce: message.nonce,
    time: now,
  });

/** Whose key signed a text (EIP-191), as an EIP-55 address; computed here, without a network. Nothing when it is no signature. */
export async function signerOf(text: string, signature: string): Promise<string | undefined> {
  if (!isHex(signature)) return undefined;
  try {
    return await recoverMessageAddress({ message: text, signature });
  } catch {
    return undefined;
  }
}

/** As it is stored and looked up (EIP-55); nothing when it is no address. */
export function walletAddress(text: string): string | undefined {
  return /^0x[0-9a-fA-F]{40}$/.test(text) ? getAddress(text.toLowerCase()) : undefined;
}
