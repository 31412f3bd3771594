"use server";

import { addPasskey as add } from "@/lib/identity/use-cases/factors/add-passkey";
import { askWalletMessage } from "@/lib/identity/use-cases/factors/ask-wallet-message";
import { beginPasskey as beginKey } from "@/lib/identity/use-cases/factors/begin-passkey";
import { beginTotp as begin } from "@/lib/identity/use-cases/factors/begin-totp";
import { confirmTotp as confirm } from "@/lib/identity/use-cases/factors/confirm-totp";
import { linkWallet as link } from "@/lib/identity/use-cases/factors/link-wallet";
import { regenerateRecoveryCodes } from "@/lib/identity/use-cases/factors/recovery-codes";
import { removePasskey as removeKey } from "@/lib/identity/use-cases/factors/remove-passkey";
import { removeTotp as remove } from "@/lib/identity/use-cases/factors/remove-totp";
import { renamePasskey as rename } from "@/lib/identity/use-cases/factors/rename-passkey";
import { unlinkWallet as unlink } from "@/lib/identity/use-cases/factors/unlink-wallet";
import { act } from "@/lib/transport/act";
import { challengeLimiter } from "@/lib/transport/limiter";

export const beginTotp = act(begin);
export const confirmTotp = act(confirm);
export const removeTotp = act(remove);
export const newRecoveryCodes = act(regenerateRecoveryCodes);
export const beginPasskey = act(beginKey);
export const addPasskey = act(add);
export const renamePasskey = act(rename);
export const removePasskey = act(removeKey);
export const walletMessage = act(askWalletMessage, { limiter: challengeLimiter });
export const linkWallet = act(link);
export const unlinkWallet = act(unlink);
