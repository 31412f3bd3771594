"use client";

import Check from "lucide-react/icons/check";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { paths } from "@/lib/paths";
import { Menu } from "../ui/menu";
import { toast } from "../ui/toast";
import type { Reader, ShellActions } from "./reader";

type Props = Pick<Reader, "company" | "companies"> & { switchTenant: ShellActions["switchTenant"] };

/** The company that one works in; with several, the others behind it. */
export function CompanySwitch({ company, companies, switchTenant }: Props) {
  const t = useTranslations("layout.company");
  const locale = useLocale();
  const [pending, setPending] = useState(false);
  const name = company?.name ?? t("platform");
  const others = companies.filter(({ id }) => id !== company?.id);
  if (others.length === 0) return <span className="min-w-0 truncate font-medium">{name}</span>;
  const switchTo = async (id: string) => {
    setPending(true);
    const { ok } = await switchTenant({ tenant_id: id }).catch(() => ({ ok: false }));
    // A whole new document: nothing of the other company stays in the browser's memory.
    if (ok) window.location.assign(paths.overview(locale));
    else {
      setPending(false);
      toast.error(t("switchFailed"));
    }
  };
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-busy={pending || undefined}
          className="needs-script flex min-h-11 min-w-0 items-center gap-1.5 rounded-md px-2 font-medium transition-colors hover:bg-raised md:pointer-fine:min-h-8"
        >
          <span className="sr-only">{t("switch")}</span>
          <span className="truncate">
            {name}
            {pending && "…"}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-subtle" />
        </button>
      }
      items={companies.map(({ id, name, role }) => ({
        key: id,
        label: name,
        note: role,
        icon: <Check aria-hidden="true" className={id === company?.id ? "shrink-0" : "invisible shrink-0"} />,
        onSelect: () => {
          if (id !== company?.id && !pending) void switchTo(id);
        },
      }))}
    />
  );
}
