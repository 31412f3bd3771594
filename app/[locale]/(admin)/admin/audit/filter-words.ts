import { getLocale, getTranslations } from "next-intl/server";
import { actionName, auditNames } from "@/components/audit/names";
import { dateText } from "@/lib/i18n/time-format";
import type { auditFilter } from "./audit-filter";

/** The filters in force, in words. */
export async function filterWords(filter: ReturnType<typeof auditFilter>): Promise<string[]> {
  const [t, actions, locale] = await Promise.all([getTranslations("audit"), getTranslations("actions"), getLocale()]);
  return [
    filter.search,
    filter.actor,
    filter.entity && auditNames(t).entity(filter.entity),
    filter.entity_id && t("only.entity_id", { value: filter.entity_id }),
    filter.use_case && t("only.use_case", { value: actionName(actions, filter.use_case) }),
    filter.from && t("fromDay", { day: dateText(locale, filter.from) }),
    filter.to && t("toDay", { day: dateText(locale, filter.to) }),
  ].filter((part) => part !== undefined);
}
