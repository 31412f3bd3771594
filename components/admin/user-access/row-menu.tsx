"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import { Button } from "../../ui/button";
import { Menu } from "../../ui/menu";

export type RowAction = "edit" | "sessions" | "revoke";

type Props = {
  item: AccessItem;
  /** Why this one is not the reader's to change. */
  blocked: string | undefined;
  onSelect: (action: RowAction) => void;
};

/** What can be done with one person's access. What can't says why. */
export function RowMenu({ item, blocked, onSelect }: Props) {
  const t = useTranslations("admin.access.actions");
  const reason = (why: string | undefined) => (why === undefined ? {} : { disabledReason: why });
  return (
    <Menu
      trigger={
        <Button size="icon" variant="quiet" aria-label={t("label", { name: item.name })}>
          <Ellipsis aria-hidden="true" />
        </Button>
      }
      items={[
        { key: "edit", label: t("edit"), onSelect: () => onSelect("edit"), ...reason(blocked) },
        { key: "sessions", label: t("sessions"), onSelect: () => onSelect("sessions") },
        {
          key: "revoke",
          label: t("revoke"),
          onSelect: () => onSelect("revoke"),
          ...reason(blocked ?? (item.has_access ? undefined : t("revokedBefore"))),
        },
      ]}
    />
  );
}
