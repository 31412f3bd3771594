"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Tab = { value: string; label: ReactNode; content: ReactNode };
type Props = { label: string; tabs: readonly Tab[]; value: string; onValueChange: (value: string) => void };

/** Views of one thing. Which one is open belongs into the address, so the page holds `value`. */
export function Tabs({ label, tabs, value, onValueChange }: Props) {
  return (
    <Base.Root value={value} onValueChange={(next) => onValueChange(String(next))}>
      <Base.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line print:hidden">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="min-h-11 shrink-0 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 data-active:text-text data-active:shadow-[inset_0_-2px_var(--color-gold)] md:pointer-fine:min-h-9"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
