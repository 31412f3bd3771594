import { useTranslations } from "next-intl";
import type actions from "@/messages/en/actions.json";

const ENTITIES = [
  "api_keys",
  "event_replays",
  "fleet_files",
  "history_imports",
  "invitations",
  "long_work",
  "market_days",
  "miner_models",
  "network_snapshots",
  "passkeys",
  "password_resets",
  "recovery_codes",
  "scheduled_jobs",
  "sessions",
  "sign_ups",
  "support_access",
  "tenants",
  "user_access",
  "user_miners",
  "user_totp",
  "users",
  "wallets",
] as const;

type Words = ReturnType<typeof useTranslations<"audit">>;
type ActionWords = ReturnType<typeof useTranslations<"actions">>;

/** Words for what the log calls by short names; a name without words is shown as it is. */
export const auditNames = (t: Words) => ({
  entity: (name: string): string => {
    const known = ENTITIES.find((one) => one === name);
    return known ? t(`entities.${known}`) : name;
  },
  kind: (kind: string): string =>
    kind === "person" || kind === "program" || kind === "system" || kind === "anonymous" ? t(`kinds.${kind}`) : kind,
});
export const useAuditNames = () => auditNames(useTranslations("audit"));

/**
 * What was done, for the name of a use case; its words are under that name with `_` for the dots. A name without words,
 * or a part of one, is shown as it is.
 */
export const actionName = (t: ActionWords, useCase: string): string => {
  const key = useCase.replaceAll(".", "_") as keyof typeof actions;
  return t.has(key) ? t(key) : useCase;
};
export const useActionName = () => {
  const t = useTranslations("actions");
  return (useCase: string): string => actionName(t, useCase);
};

/** The first part of a UUID tells two apart on a screen; the whole stands beside it where it is needed. */
export const shortId = (id: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id.slice(0, 8) : id;
