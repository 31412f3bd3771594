import type { CommandCtx } from "@/lib/kernel/context";
import { sha256Hex } from "../../core/digest";
import { formatRecoveryCode, RECOVERY_BYTES, RECOVERY_CODES } from "../../core/factors/typed-code";
import { replaceRecoveryCodes } from "../../data/recovery-codes";

/** A code as it is kept. `code` without its dashes. */
export const recoveryHash = (code: string): Promise<string> => sha256Hex(`recovery:${code}`);

/** Ten new codes, in the place of all that the person had; only their hashes are kept. */
export async function newRecoveryCodes(ctx: CommandCtx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    formatRecoveryCode(crypto.getRandomValues(new Uint8Array(RECOVERY_BYTES))),
  );
  const hashes = await Promise.all(codes.map((code) => recoveryHash(code.replaceAll("-", ""))));
  await replaceRecoveryCodes(ctx, userId, hashes, ctx.now());
  return codes;
}
