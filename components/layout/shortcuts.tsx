"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { PAGES, type PageKey } from "./pages";
import { onOpenOverlay, openOverlay } from "./palette-store";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutSheet = dynamic(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet), { ssr: false });

const SECOND_KEY_WITHIN_MS = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, select"));

const dialogIsOpen = (): boolean => document.querySelector("[role=dialog], [role=alertdialog]") !== null;

/** Focuses the page's search field; a page without one has the palette. */
function focusSearch(): void {
  const field = document.querySelector<HTMLElement>("[data-search]");
  if (field) field.focus();
  else openOverlay("palette");
}

/** Ctrl/⌘ K, ?, / and the `g` jumps to what the reader can open. They rest inside fields, and while a dialog is open. */
export function Shortcuts({ pages }: { pages: readonly PageKey[] }) {
  const router = useRouter();
  const locale = useLocale();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const [loaded, setLoaded] = useState({ palette: false, shortcuts: false });

  useEffect(
    () =>
      onOpenOverlay((overlay) => {
        setLoaded((before) => ({ ...before, [overlay]: true }));
        setOpen(overlay);
      }),
    [],
  );

  useEffect(() => {
    let jumpAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openOverlay("palette");
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || dialogIsOpen()) return;
      const jumping = event.timeStamp - jumpAt < SECOND_KEY_WITHIN_MS;
      jumpAt = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const page = jumping ? pages.find((key) => PAGES[key].jump === event.key) : undefined;
      if (page) visit(PAGES[page].href(locale));
      else if (event.key === "?") openOverlay("shortcuts");
      else if (event.key === "/") focusSearch();
      else return;
      event.preventDefault();
    };
    const visit = (href: string) => (href.startsWith("/api/") ? window.location.assign(href) : router.push(href));
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, locale, pages]);

  const close = (next: boolean) => !next && setOpen(null);
  return (
    <>
      {loaded.palette && <CommandPalette pages={pages} open={open === "palette"} onOpenChange={close} />}
      {loaded.shortcuts && <ShortcutSheet pages={pages} open={open === "shortcuts"} onOpenChange={close} />}
    </>
  );
}
