import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Link } from "./link";

type Props<T extends string> = {
  label: string;
  active: T;
  tabs: readonly { key: T; label: ReactNode; count: number; href: string }[];
};

/** Views of one list, with how much is in each. Links, because the choice lives in the address. */
export function LinkTabs<T extends string>({ label, active, tabs }: Props<T>) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line print:hidden">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          scroll={false}
          aria-current={tab.key === active ? "page" : undefined}
          className={cx(
            "inline-flex min-h-11 shrink-0 items-center gap-1.5 transition-colors focus-visible:-outline-offset-2 md:pointer-fine:min-h-9",
            tab.key === active ? "text-text shadow-[inset_0_-2px_var(--color-gold)]" : "text-muted hover:text-text",
          )}
        >
          {tab.label} <span className="text-subtle tabular-nums">{tab.count}</span>
        </Link>
      ))}
    </nav>
  );
}
