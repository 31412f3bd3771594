import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { UserRow } from "../../data/users";
import { placeOf } from "../choose-tenant";
import { nowhereOf } from "../nowhere";
import { recordFailedLogin } from "../record-login";

/**
 * Where somebody begins who has proved who they are without a password. Throws `email_unverified`, and `forbidden` for who
 * has no company to enter; both stay in the login records.
 */
export async function requirePlace(ctx: Ctx, user: UserRow, method: "passkey" | "wallet") {
  const place = await placeOf(ctx, user);
  const attempt = { email: user.email, userId: user.id, tenantId: place?.tenantId ?? null, method };
  if (!user.emailVerifiedAt) {
    await recordFailedLogin(ctx, { ...attempt, outcome: "unverified" });
    throw new AppError(
      "email_unverified",
      "Confirm your e-mail address first, by the link of the mail that we have sent.",
    );
  }
  if (place) return place;
  const { tenantId, refusal } = await nowhereOf(ctx, user.id);
  await recordFailedLogin(ctx, { ...attempt, tenantId, outcome: "no_access" });
  throw refusal;
}
