import { KEY_SCOPES } from "@/lib/identity/policy";
import type { Contract } from "@/lib/kernel/contract";

/** The ways to say who asks. `lib/transport/caller.ts` reads them. */
export const SECURITY_SCHEMES = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-hashinsight",
    description: "The browser's session, set by signing in; `hashinsight` over plain http on loopback",
  },
  access_token: {
    type: "http",
    scheme: "bearer",
    description:
      "The `access_token` of `POST /api/auth/login`, for 15 minutes; `POST /api/auth/refresh` gives the next",
  },
  api_key: {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
    description: "A program's key (`mk_live_…`), which does what its scopes and its maker's role both allow",
  },
} as const;

type Requirement = Partial<Record<keyof typeof SECURITY_SCHEMES, string[]>>;

/** By what an operation may be asked for: any one of these, none where it is public. A key must have the named scope. */
export function securityOf({ permission }: Contract): Requirement[] {
  if (permission === "public") return [];
  const scope = KEY_SCOPES.find((scope) => scope === permission);
  return [{ session: [] }, { access_token: [] }, ...(scope ? [{ api_key: [scope] }] : [])];
}
