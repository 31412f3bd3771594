"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { cx } from "class-variance-authority";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import type { ModelPage } from "@/lib/machines/schemas";
import { inLocale, paths } from "@/lib/paths";
import { overlayStyle, scrimStyle } from "../ui/overlay-style";
import { toast } from "../ui/toast";
import { PAGES, type PageKey } from "./pages";
import { openOverlay } from "./palette-store";
import { queryClient } from "./query-client";
import { rememberLanguage } from "./remember-language";

const ITEM =
  "flex min-h-11 cursor-default items-center justify-between gap-3 rounded-sm px-3 text-sm data-[selected=true]:bg-raised md:pointer-fine:min-h-9";
const GROUP =
  "p-1 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";

type Props = { pages: readonly PageKey[]; open: boolean; onOpenChange: (open: boolean) => void };

/** Every page, every machine of the catalogue and every action of the shell, by typing a part of its name. */
export function CommandPalette({ pages, open, onOpenChange }: Props) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const machines = useMachines(useDeferredValue(typed));
  const after = (action: () => void) => () => {
    onOpenChange(false);
    setTyped("");
    action();
  };
  const visit = (href: string) =>
    after(() => (href.startsWith("/api/") ? window.location.assign(href) : router.push(href)));
  const switchLanguage = () => {
    const { pathname, search, hash } = window.location;
    const other = locale === "en" ? "zh" : "en";
    rememberLanguage(other);
    router.push(inLocale(pathname, other) + search + hash, { scroll: false });
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href).then(
      () => toast.success(t("palette.linkCopied")),
      () => toast.error(window.location.href),
    );
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimStyle} />
        <Dialog.Popup aria-label={t("palette.label")} className={cx(overlayStyle, "dialog flex flex-col")}>
          <Command label={t("palette.label")} loop className="flex min-h-0 flex-col">
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={t("palette.placeholder")}
              className="min-h-12 border-b border-line-strong bg-transparent px-4 text-base outline-none placeholder:text-muted"
            />
            <Command.List className="min-h-0 overflow-y-auto overscroll-contain">
              <Command.Empty className="p-4 text-muted">{t("palette.empty")}</Command.Empty>
              <Command.Group heading={t("palette.pages")} className={GROUP}>
                {pages.map((key) => (
                  <Command.Item key={key} onSelect={visit(PAGES[key].href(locale))} className={ITEM}>
                    {t(`pages.${key}`)}
                    <span className="text-xs text-muted">g {PAGES[key].jump}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              {machines.length > 0 && (
                <Command.Group heading={t("palette.machines")} className={GROUP}>
                  {machines.map((model) => (
                    <Command.Item
                      key={model.id}
                      value={model.id}
                      // The server has found them already; what was typed always matches.
                      keywords={[typed]}
                      onSelect={visit(paths.calculator(locale, { miner_model: model.label }))}
                      className={ITEM}
                    >
                      {model.label}
                      <span className="text-xs text-muted">{model.efficiency} J/TH</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading={t("palette.actions")} className={GROUP}>
                <Command.Item onSelect={after(switchLanguage)} className={ITEM}>
                  {t("palette.switchLanguage")}
                </Command.Item>
                <Command.Item onSelect={after(copyLink)} className={ITEM}>
                  {t("palette.copyLink")}
                </Command.Item>
                <Command.Item onSelect={after(() => window.print())} className={ITEM}>
                  {t("palette.print")}
                </Command.Item>
                <Command.Item onSelect={after(() => openOverlay("shortcuts"))} className={ITEM}>
                  {t("palette.shortcuts")}
                </Command.Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const SHOWN = 8;

function useMachines(typed: string): ModelPage["items"] {
  const search = typed.trim();
  const { data } = useQuery(
    {
      queryKey: ["machines", search],
      queryFn: async ({ signal }) => {
        const answer = await fetch(paths.api.minerModels({ search, limit: SHOWN }), { signal });
        if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
        return (await answer.json()) as ModelPage;
      },
      enabled: search.length >= 2,
      placeholderData: (before) => before,
    },
    queryClient,
  );
  return search.length >= 2 ? (data?.items ?? []) : [];
}
