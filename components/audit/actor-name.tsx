import { useTranslations } from "next-intl";
import type { AuditActor } from "@/lib/audit/schemas";
import { shortId, useAuditNames } from "./names";

/** Who it was: a person by address, a key by its name and whose it is, a job by its name. */
export function ActorName({ actor: { kind, id, email, name } }: { actor: AuditActor }) {
  const t = useTranslations("audit");
  const names = useAuditNames();
  if (kind === "program")
    return (
      <span className="wrap-anywhere" title={id}>
        {t("key", { name: name ?? shortId(id) })}
        {email && <span className="block text-xs text-subtle">{email}</span>}
      </span>
    );
  if (kind === "person")
    return (
      <span className="wrap-anywhere" title={id}>
        {email ?? t("formerPerson", { id: shortId(id) })}
      </span>
    );
  return (
    <span className="wrap-anywhere">
      {names.kind(kind)}
      {kind === "system" && <span className="block text-xs text-subtle">{id}</span>}
    </span>
  );
}
