import { Link } from "@/components/ui/link";
import type { Locale } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";

/** The product's mark and name, which lead home. `short` keeps the name for those who hear the page. */
export function Mark({ locale, short = false }: { locale: Locale; short?: boolean }) {
  return (
    <Link
      href={paths.home(locale)}
      translate="no"
      className="flex min-h-11 items-center gap-2 font-semibold tracking-[-0.01em] md:min-h-0"
    >
      <svg width="18" height="18" viewBox="0 0 18 18" fill="none" aria-hidden="true" className="text-gold">
        <path d="M9 1l7 4v8l-7 4-7-4V5z" stroke="currentColor" strokeWidth="1.5" />
        <path d="M9 5.5v7M6 7.2v3.6M12 7.2v3.6" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className={short ? "sr-only" : undefined}>HashInsight</span>
    </Link>
  );
}
