import ChevronLeft from "lucide-react/icons/chevron-left";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { PageHead } from "../admin/page-head";

type Props = { title: ReactNode; note?: ReactNode; tools?: ReactNode; children: ReactNode };

/** A page that belongs to the catalogue: the way back to it, its own name, then what it is about. */
export function UnderCatalogue({ title, note, tools, children }: Props) {
  const t = useTranslations("catalogue.model");
  return (
    <div className="page grid grid-cols-1 gap-5 py-6">
      <div className="grid gap-1">
        <Link
          href={paths.catalogueAdmin(useLocale())}
          className="touch -ml-1 inline-flex items-center gap-1 justify-self-start text-muted hover:text-text"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("back")}
        </Link>
        <PageHead title={title} note={note} tools={tools} />
      </div>
      {children}
    </div>
  );
}
