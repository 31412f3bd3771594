import { useTranslations } from "next-intl";
import type { ActingRole } from "@/lib/identity/policy";

type Props = { name: string; role: ActingRole | null; company: string | undefined; plan: string | undefined };

/** One line: who one is here, as what, in which company and on which plan. */
export function WhoHere({ name, role, company, plan }: Props) {
  const t = useTranslations("overview");
  const roles = useTranslations("identity.roles");
  const parts = [role ? roles(role) : roles("none"), company, plan && t("plan", { plan })].filter(Boolean);
  return (
    <div className="grid gap-1">
      <h1 className="text-lg">{t("title")}</h1>
      <p className="flex flex-wrap gap-x-2 text-muted *:not-last:after:ml-2 *:not-last:after:text-subtle *:not-last:after:content-['·']">
        <span className="wrap-anywhere text-text">{name}</span>
        {parts.map((part) => (
          <span key={part} className="wrap-anywhere">
            {part}
          </span>
        ))}
      </p>
    </div>
  );
}
