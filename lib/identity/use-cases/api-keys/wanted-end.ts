import { AppError } from "@/lib/kernel/errors";
import { endOfKey } from "../../core/api-keys/key-terms";

const WRONG_END = {
  past: { code: "expires_in_past", message: "This time is over: take one that lies ahead." },
  too_late: { code: "expires_too_late", message: "A key lives for two years at most; rotate it before it ends." },
};

/** When a key ends that is made now; a year from now unless said. Throws `validation`. */
export function wantedEnd(now: Date, wanted: Date | undefined): Date {
  const end = endOfKey(now, wanted);
  if (end.ok) return end.end;
  throw new AppError("validation", "One field is not valid.", {
    errors: [{ path: "expires_at", ...WRONG_END[end.code] }],
  });
}
