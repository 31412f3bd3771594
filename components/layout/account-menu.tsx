"use client";

import CircleUser from "lucide-react/icons/circle-user";
import Gauge from "lucide-react/icons/gauge";
import LogOut from "lucide-react/icons/log-out";
import Shield from "lucide-react/icons/shield";
import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { Menu } from "../ui/menu";
import { leave } from "./leave";
import type { Reader, ShellActions } from "./reader";

type Props = Pick<Reader, "name" | "email" | "role"> & {
  signOut: ShellActions["signOut"];
  /** On a public page: the way back into the app. */
  withOverview?: boolean;
};

/** Who is signed in, their security, and the way out. */
export function AccountMenu({ name, email, role, signOut, withOverview = false }: Props) {
  const t = useTranslations("layout.account");
  const locale = useLocale();
  return (
    <Menu
      header={
        <div className="grid">
          <span className="truncate font-medium">{name}</span>
          <span className="text-xs wrap-anywhere text-muted">{email}</span>
          <span className="text-xs text-muted">{role}</span>
        </div>
      }
      trigger={
        <button
          type="button"
          className="needs-script flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-muted transition-colors hover:bg-raised hover:text-text md:pointer-fine:min-h-8"
        >
          <CircleUser aria-hidden="true" className="size-5 md:size-4" />
          <span className="sr-only">{t("open")}</span>
          <span className="hidden max-w-40 truncate md:inline">{name}</span>
        </button>
      }
      items={[
        ...(withOverview
          ? [
              {
                key: "overview",
                label: t("overview"),
                icon: <Gauge aria-hidden="true" />,
                href: paths.overview(locale),
              },
            ]
          : []),
        { key: "security", label: t("security"), icon: <Shield aria-hidden="true" />, href: paths.security(locale) },
        {
          key: "out",
          label: t("signOut"),
          icon: <LogOut aria-hidden="true" />,
          onSelect: () => void leave(signOut, paths.signIn(locale)),
        },
      ]}
    />
  );
}
