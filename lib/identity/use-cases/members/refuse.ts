import { type AppError, fieldRefusal } from "@/lib/kernel/errors";
import type { ChangeRefusal } from "../../core/members/judge-change";
import type { AdmitRefusal } from "../../core/members/judge-invitation";

type Refusal = ChangeRefusal | AdmitRefusal;

const WORDS: Record<Refusal, { code: "forbidden" | "conflict" | "validation"; path: string; message: string }> = {
  actor_without_access: { code: "forbidden", path: "id", message: "Your access to the company has just ended." },
  own_access: {
    code: "forbidden",
    path: "id",
    message: "Nobody changes their own access: ask another owner or admin.",
  },
  role_not_yours: {
    code: "forbidden",
    path: "role",
    message: "Only an owner gives, changes or takes the role of an owner.",
  },
  expiry_past: { code: "validation", path: "expires_at", message: "This is over already: take a time to come." },
  last_owner: {
    code: "conflict",
    path: "id",
    message: "A company keeps at least one owner whose access doesn't end: make another one first.",
  },
  has_access: { code: "conflict", path: "email", message: "This person has access already: change it in the list." },
};

/** The error of a refusal; pages have words for its `code`. */
export function refused(refusal: Refusal, path = WORDS[refusal].path): AppError {
  const { code, message } = WORDS[refusal];
  return fieldRefusal(code, path, refusal, message);
}
