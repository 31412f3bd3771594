import { useTranslations } from "next-intl";
import type { CatalogueModel } from "@/lib/machines/core/administration/schemas";
import { Chip } from "../ui/chip";

type Marked = Pick<CatalogueModel, "scope" | "status" | "retired_at">;

/** What sets a machine apart: a company's own, only announced, no longer offered. Most have none of these. */
export function ModelMarks({ model }: { model: Marked }) {
  const t = useTranslations("catalogue.marks");
  return (
    <>
      {model.scope === "private" && <Chip>{t("private")}</Chip>}
      {model.status === "announced" && <Chip>{t("announced")}</Chip>}
      {model.retired_at !== null && <Chip>{t("retired")}</Chip>}
    </>
  );
}

/** On whose word the figures rest. */
export function ModelBasis({ model }: { model: Pick<CatalogueModel, "source" | "source_count" | "confidence"> }) {
  const t = useTranslations("catalogue.basis");
  if (model.source_count === 0) return t("entered");
  return t(model.confidence, { count: model.source_count });
}
