import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { BySessionId, Ended, OwnSessions } from "./schemas";

const Nothing = z.strictObject({});

export const sessionsContract = {
  listOwnSessions: contract("GET /api/auth/sessions", {
    summary: "Where you are signed in, the last used first",
    permission: "account",
    input: Nothing,
    output: OwnSessions,
  }),
  endOwnSession: contract("DELETE /api/auth/sessions/{id}", {
    summary: "Sign out one of your devices. Asks for a proof of identity",
    permission: "account",
    input: BySessionId,
    output: Ended,
  }),
  endOtherSessions: contract("POST /api/auth/sessions/revoke-others", {
    summary: "Sign out everywhere but here. Asks for a proof of identity",
    permission: "account",
    input: Nothing,
    output: Ended,
  }),
};
