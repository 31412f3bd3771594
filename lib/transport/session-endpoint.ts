import { NextRequest } from "next/server";
import { sessionEndpoint } from "@/lib/identity/adapters/next-auth";
import { newRequestId } from "@/lib/kernel/ids";
import { databaseFault } from "@/lib/platform/database-fault";
import { personBySecret } from "./caller";
import { isSecureOrigin, publicOrigin } from "./client-info";
import { problem } from "./problem";

/** `GET /api/auth/session`, in next-auth's own shape: who is signed in, or `null`. */
export async function getSession(request: Request): Promise<Response> {
  try {
    const answer = sessionEndpoint(shown, isSecureOrigin(publicOrigin(request.headers)));
    return await answer(new NextRequest(request));
  } catch (error) {
    return problem(databaseFault(error), newRequestId());
  }
}

async function shown(sid: string) {
  const person = await personBySecret(sid, new Date());
  if (!person) return undefined;
  const { facts, verdict } = person;
  const { role, tenantId: tenant_id } = verdict;
  return { user: { id: facts.user_id, email: facts.email, name: facts.name, role, tenant_id } };
}
