import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type Pinned = { name: string; label: string; value: string; clearHref: string };

/** Filters that a link has set and no field shows: kept by the form, taken off by a press. */
export function PinnedFilters({ pinned }: { pinned: readonly Pinned[] }) {
  const t = useTranslations("audit");
  return pinned.map(({ name, label, value, clearHref }) => (
    <div key={name} className="flex max-w-full min-w-0 items-center gap-1 self-end text-sm text-muted">
      <input type="hidden" name={name} value={value} />
      <span className="min-w-0 truncate" title={value}>
        {label}
      </span>
      <Link
        href={clearHref}
        aria-label={t("unpin", { filter: label })}
        className="touch inline-flex items-center px-2 hover:text-text"
      >
        <X aria-hidden="true" className="size-4" />
      </Link>
    </div>
  ));
}
