"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { PAGES, type PageKey } from "./pages";

type Props = { pages: readonly PageKey[]; open: boolean; onOpenChange: (open: boolean) => void };

/** Every shortcut there is. */
export function ShortcutSheet({ pages, open, onOpenChange }: Props) {
  const t = useTranslations("layout");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("shortcuts.title")} description={t("shortcuts.note")}>
      <dl className="grid">
        <Row name={t("shortcuts.palette")}>
          <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> / <Kbd>⌘</Kbd> <Kbd>K</Kbd>
        </Row>
        <Row name={t("shortcuts.search")}>
          <Kbd>/</Kbd>
        </Row>
        {pages.map((key) => (
          <Row key={key} name={t("shortcuts.goTo", { page: t(`pages.${key}`) })}>
            <Kbd>g</Kbd> {t("shortcuts.then")} <Kbd>{PAGES[key].jump}</Kbd>
          </Row>
        ))}
        <Row name={t("shortcuts.sheet")}>
          <Kbd>?</Kbd>
        </Row>
        <Row name={t("shortcuts.close")}>
          <Kbd>Esc</Kbd>
        </Row>
      </dl>
    </Dialog>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 border-t border-line-strong">
      <dt>{name}</dt>
      <dd className="text-muted">{children}</dd>
    </div>
  );
}
