import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type Scope = "all" | "shared" | "private";
type Props = { active: Scope; counts: Record<Scope, number>; hrefs: Record<Scope, string> };

/** Whose machines are listed, with how many there are of each. Links, because the choice lives in the address. */
export function ScopeTabs({ active, counts, hrefs }: Props) {
  const t = useTranslations("catalogue.scopes");
  return (
    <nav aria-label={t("label")} className="flex gap-5 overflow-x-auto border-b border-line print:hidden">
      {(["all", "shared", "private"] as const).map((scope) => (
        <Link
          key={scope}
          href={hrefs[scope]}
          scroll={false}
          aria-current={scope === active ? "page" : undefined}
          className={cx(
            "inline-flex min-h-11 shrink-0 items-center gap-1.5 transition-colors focus-visible:-outline-offset-2 md:pointer-fine:min-h-9",
            scope === active ? "text-text shadow-[inset_0_-2px_var(--color-gold)]" : "text-muted hover:text-text",
          )}
        >
          {t(scope)} <span className="text-subtle tabular-nums">{counts[scope]}</span>
        </Link>
      ))}
    </nav>
  );
}
