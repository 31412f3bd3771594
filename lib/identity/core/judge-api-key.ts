import type { Role } from "../policy";

/** Everything that decides over a program's key, as `api_key_facts` reads it. */
export type ApiKeyFacts = {
  key_id: string;
  tenant_id: string;
  user_id: string;
  secret_hash: string;
  scopes: string[];
  allow_list: string[];
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  email: string;
  role: Role;
  has_access: boolean;
  access_expires_at: Date | null;
  tenant_name: string;
  plan: string;
  tenant_closed_at: Date | null;
};

/** Whether a key is live at `now`. The person who made it must still have access: a key never outlives that. */
export function isKeyLive(facts: ApiKeyFacts, now: Date): boolean {
  const isOver = (end: Date | null) => end !== null && end <= now;
  if (isOver(facts.revoked_at) || isOver(facts.expires_at)) return false;
  return facts.has_access && !isOver(facts.access_expires_at) && facts.tenant_closed_at === null;
}
