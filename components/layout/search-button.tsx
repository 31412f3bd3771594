"use client";

import { cx } from "class-variance-authority";
import Search from "lucide-react/icons/search";
import { Kbd } from "../ui/kbd";
import { useHydrated } from "../ui/use-hydrated";
import { openOverlay } from "./palette-store";

type Props = { label: string; bar?: boolean; className?: string };

/**
 * Opens the palette. In the top bar it shows its key, which it names once somebody listens to it (`Shortcuts`); in the
 * bar at the foot an icon over a word.
 */
export function SearchButton({ label, bar = false, className }: Props) {
  const isHeard = useHydrated();
  const open = () => openOverlay("palette");
  if (bar) {
    return (
      <button type="button" onClick={open} className={cx("needs-script", className)}>
        <Search aria-hidden="true" className="size-5" />
        {label}
      </button>
    );
  }
  return (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts={isHeard ? "Control+K Meta+K" : undefined}
      className="needs-script hidden min-h-8 items-center gap-2 rounded-md border border-line-strong px-2 text-muted transition-colors hover:bg-raised hover:text-text md:flex"
    >
      <Search aria-hidden="true" className="size-4" />
      <span className="sr-only">{label}</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
