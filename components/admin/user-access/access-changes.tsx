import ArrowRight from "lucide-react/icons/arrow-right";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateText } from "@/lib/i18n/time-format";
import type { Change } from "./access-draft";

/** What saving would change: what it is, what it will be, and what follows. */
export function AccessChanges({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations("admin.access.edit");
  return (
    <section aria-live="polite" className="grid gap-2 border-t border-line-strong pt-3">
      <h3 className="text-xs text-muted">{t("changes")}</h3>
      {changes.length === 0 ? (
        <p className="text-muted">{t("noChanges")}</p>
      ) : (
        <ul className="grid gap-2">
          {changes.map((change) => (
            <ChangeLine key={change.field} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const t = useTranslations("admin.access");
  const roles = useTranslations("identity.roles");
  const locale = useLocale();
  if (change.field === "role")
    return (
      <Line name={t("role")} from={roles(change.from)} to={roles(change.to)}>
        {t("edit.effect.role")}
      </Line>
    );
  if (change.field === "access")
    return (
      <Line name={t("edit.access")} from={t(`edit.${change.from}`)} to={t(`edit.${change.to}`)}>
        {t(`edit.effect.${change.to}`)}
      </Line>
    );
  const end = (iso: string | null) => (iso === null ? t("noEnd") : dateText(locale, iso));
  return (
    <Line name={t("until")} from={end(change.from)} to={end(change.to)}>
      {t(change.to === null ? "edit.effect.noEnd" : "edit.effect.end")}
    </Line>
  );
}

function Line({ name, from, to, children }: { name: string; from: string; to: string; children: ReactNode }) {
  const t = useTranslations("admin.access.edit");
  return (
    <li className="grid gap-0.5">
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="text-muted">{name}</span>
        <del className="text-muted">{from}</del>
        <ArrowRight aria-label={t("becomes")} className="size-3.5 shrink-0 text-subtle" />
        <ins className="font-medium no-underline">{to}</ins>
      </span>
      <span className="text-xs text-subtle">{children}</span>
    </li>
  );
}
