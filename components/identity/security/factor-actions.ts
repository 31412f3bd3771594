import type { WalletChain, WalletIntent } from "@/lib/identity/core/factors/judge-wallet-message";
import type { PasskeyActions } from "../factors/make-passkey";
import type { Setup } from "../factors/totp-setup";
import type { Action } from "../form/form-state";
import type { SignedMessage } from "../wallet";

type Nothing = Record<string, never>;

export type FactorActions = PasskeyActions & {
  beginTotp: Action<Nothing, Setup>;
  confirmTotp: Action<{ code: string }, { recovery_codes: string[] }>;
  removeTotp: Action<Nothing, unknown>;
  newRecoveryCodes: Action<Nothing, { recovery_codes: string[] }>;
  renamePasskey: Action<{ id: string; label: string }, unknown>;
  removePasskey: Action<{ id: string }, unknown>;
  walletMessage: Action<{ address: string; chain_id: WalletChain; intent: WalletIntent }, { message: string }>;
  linkWallet: Action<SignedMessage, unknown>;
  unlinkWallet: Action<{ address: string }, unknown>;
};
