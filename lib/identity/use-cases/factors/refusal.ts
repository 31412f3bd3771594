import { type AppError, type ErrorCode, fieldRefusal } from "@/lib/kernel/errors";

/** What is wrong with a factor; pages have words for each. */
export type FactorFault =
  | "wrong_code"
  | "code_used"
  | "challenge_over"
  | "passkey_unknown"
  | "passkey_invalid"
  | "passkey_taken"
  | "wallet_unknown"
  | "wallet_taken"
  | "wallet_not_enough"
  | "signature_wrong"
  | "wrong_domain"
  | "wrong_chain"
  | "wrong_text"
  | "message_expired"
  | "site_unnamed"
  | "site_unbound"
  | "last_factor"
  | "no_second_factor"
  | "too_many";

/** A refusal that names the field and the fault. */
export const refusal = (kind: ErrorCode, path: string, code: FactorFault, message: string): AppError =>
  fieldRefusal(kind, path, code, message);
