import { useLocale, useMessages, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { formatNumber } from "@/lib/i18n/number-format";
import { paths } from "@/lib/paths";

/** Every value behind the figures, and what to keep in mind. */
export function AssumptionList({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.assumptions");
  const locale = useLocale();
  const { codes, names } = useMessages().calculator.assumptions;
  const { machine, defaulted, tax_rule, ...values } = result.assumptions;
  const shown = (value: unknown): string =>
    typeof value === "number" ? formatNumber(locale, value, { digits: [0, 8] }) : value === null ? "–" : String(value);
  const rows = {
    machine: machine.label ?? t("names.custom"),
    hashrate_th: machine.hashrate_th,
    power_w: machine.power_w,
    ...values,
  };
  return (
    <Section
      id="assumptions"
      title={t("title")}
      tools={
        <Link
          href={paths.formulas(locale)}
          className="touch inline-flex items-center text-muted underline underline-offset-4 hover:text-text"
        >
          {t("formulas")}
        </Link>
      }
    >
      {result.warnings.length > 0 && (
        <ul className="mb-3 grid gap-1 border-l-2 border-warn pl-3 text-muted" aria-label={t("warnings")}>
          {result.warnings.map((warning) => (
            <li key={warning.code}>{isKey(codes, warning.code) ? t(`codes.${warning.code}`) : warning.message}</li>
          ))}
        </ul>
      )}
      <Disclosure title={t("all")} note={t("text")}>
        <dl className="grid gap-x-8 text-sm sm:grid-cols-2">
          {Object.entries(rows).map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 border-b border-line py-1.5">
              <dt className="min-w-0 text-muted">{isKey(names, name) ? t(`names.${name}`) : name}</dt>
              <dd className="text-right">{shown(value)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-xs text-subtle">{t("taxRule")}</p>
      </Disclosure>
    </Section>
  );
}

/** The engine's names grow ahead of the translations: a new one is shown as the engine says it. */
const isKey = <T extends object>(known: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(known, key);
