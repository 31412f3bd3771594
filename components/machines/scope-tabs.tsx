import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs";

type Scope = "all" | "shared" | "private";
type Props = { active: Scope; counts: Record<Scope, number>; hrefs: Record<Scope, string> };

/** Whose machines are listed, with how many there are of each. */
export function ScopeTabs({ active, counts, hrefs }: Props) {
  const t = useTranslations("catalogue.scopes");
  const tabs = (["all", "shared", "private"] as const).map((key) => ({
    ...{ key, label: t(key), count: counts[key], href: hrefs[key] },
  }));
  return <LinkTabs label={t("label")} active={active} tabs={tabs} />;
}
