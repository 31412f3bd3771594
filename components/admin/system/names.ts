import { useTranslations } from "next-intl";
import { SOURCE_NAMES } from "@/lib/market/core/source-names";

type Words = ReturnType<typeof useTranslations<"admin.system">>;
type Key = Parameters<Words>[0];

/** Jobs, what they say, sources and faults by their names; what has none keeps its code. */
export function useSystemNames() {
  const t = useTranslations("admin.system");
  const named = (key: string, code: string): string => (t.has(key as Key) ? t(key as Key) : code);
  return {
    job: (name: string): string => named(`jobNames.${name.replaceAll(".", "_")}`, name),
    source: (source: string): string => SOURCE_NAMES[source] ?? source,
    said: (field: string): string => named(`said.fields.${field}`, field),
    fault: (kind: string): string => named(`faults.${kind}`, kind),
  };
}
