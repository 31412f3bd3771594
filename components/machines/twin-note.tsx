import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Twin } from "@/lib/machines/core/administration/schemas";
import type { CatalogueScope } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";

/** Says before saving that the machine is there already, where, and what that means. `target` is where it would go. */
export function TwinNote({ twin, target }: { twin: Twin; target: CatalogueScope }) {
  const t = useTranslations("catalogue.twin");
  const locale = useLocale();
  const word = () => {
    if (twin.scope !== target) return "shared";
    if (twin.retired) return "retired";
    return target === "shared" ? "ownShared" : "own";
  };
  return (
    <div role="status" className="flex gap-2 border-l-2 border-warn py-1 pl-3">
      <TriangleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-warn" />
      <p>
        {t(word(), { label: twin.label })}{" "}
        <Link
          href={paths.editMiner(locale, twin.id)}
          className="whitespace-nowrap text-text underline underline-offset-4 hover:text-gold"
        >
          {t("open", { label: twin.label })}
        </Link>
      </p>
    </div>
  );
}

/** Whether the twin stops the machine from being saved. */
export const isBlocking = (twin: Twin | null, target: CatalogueScope): boolean => twin?.scope === target;
