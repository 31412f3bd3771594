import type { Actor, Ctx, Locale } from "@/lib/kernel/context";
import { newRequestId } from "@/lib/kernel/ids";
import { openUnitOfWork } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

const ANONYMOUS: Actor = { kind: "anonymous", id: "anonymous", can: (permission) => permission === "public" };

function build(actor: Actor, requestId: string, locale: Locale): Ctx {
  return {
    tenantId: null,
    actor,
    locale,
    requestId,
    now: () => new Date(),
    log,
    begin: (useCase) => openUnitOfWork(useCase, { tenantId: null, actor, requestId }),
  };
}

/** For whoever comes without a session. */
export const visitorCtx = (requestId: string = newRequestId(), locale: Locale = "en"): Ctx =>
  build(ANONYMOUS, requestId, locale);

/** For jobs and for commands of the operator's own machine. */
export const systemCtx = (id: string): Ctx => build({ kind: "system", id, can: () => true }, newRequestId(), "en");
