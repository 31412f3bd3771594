import { useTranslations } from "next-intl";

/** The first Tab of every page offers it. */
export function SkipLink() {
  const t = useTranslations("layout");
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-gold px-4 py-3 font-medium text-on-gold focus:translate-y-0 print:hidden"
    >
      {t("skip")}
    </a>
  );
}
