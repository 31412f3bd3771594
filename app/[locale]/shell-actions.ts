"use server";

import { askPasskey } from "@/lib/identity/use-cases/factors/ask-passkey";
import { logout } from "@/lib/identity/use-cases/logout";
import { endOwnSupport } from "@/lib/identity/use-cases/platform/end-support";
import { stepUp as stepUpUseCase } from "@/lib/identity/use-cases/step-up";
import { switchTenant as switchTenantUseCase } from "@/lib/identity/use-cases/switch-tenant";
import { act } from "@/lib/transport/act";
import { challengeLimiter } from "@/lib/transport/limiter";

const leave = act(logout, { closes: true });
const endLook = act(endOwnSupport);

export const switchTenant = act(switchTenantUseCase);
export const stepUp = act(stepUpUseCase);
export const passkeyOptions = act(askPasskey, { limiter: challengeLimiter });

/** Ends this session. */
export async function signOut(): Promise<{ ok: boolean }> {
  const { ok } = await leave({});
  return { ok };
}

/** Ends the look into a company that this session is. */
export async function endSupport(): Promise<{ ok: boolean }> {
  const { ok } = await endLook({});
  return { ok };
}
