import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { isOwnStretch, isTurned, type MarketView, marketQuery, OVERLAYS, RANGES, SCALES } from "./market-view";

type Props = { view: MarketView; known: { from: string; to: string } };

/** What to look at and how far back. Links and a form: each choice is an address, and works without a script. */
export function MarketControls({ view, known }: Props) {
  const t = useTranslations("indicators");
  const series = ["hashprice", "btc_price", "difficulty"] as const;
  return (
    <div className="grid gap-3 print:hidden">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Choice
          label={t("series.label")}
          options={series.map((name) => ({ word: t(`series.${name}`), to: { ...view, series: name } }))}
          chosen={series.indexOf(view.series)}
        />
        <Choice
          label={t("range.label")}
          options={RANGES.map((range) => ({
            word: t(`range.${range}`),
            to: { ...view, range, from: undefined, to: undefined },
          }))}
          chosen={isOwnStretch(view) ? -1 : RANGES.indexOf(view.range)}
        />
        <Choice
          label={t("over.label")}
          options={OVERLAYS.map((over) => ({ word: t(`over.${over}`), to: { ...view, over } }))}
          chosen={OVERLAYS.indexOf(view.over)}
        />
        <Choice
          label={t("scale.label")}
          options={SCALES.map((scale) => ({ word: t(`scale.${scale}`), to: { ...view, scale } }))}
          chosen={SCALES.indexOf(view.scale)}
        />
      </div>
      <Disclosure title={t("range.own")} open={isOwnStretch(view) || isTurned(view)}>
        <OwnStretch view={view} known={known} />
      </Disclosure>
    </div>
  );
}

function OwnStretch({ view, known }: Props) {
  const t = useTranslations("indicators");
  const id = useId();
  const { from: _, to: __, ...kept } = marketQuery(view);
  return (
    <form method="get" action={paths.analytics(useLocale())} className="flex flex-wrap items-end gap-3">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(["from", "to"] as const).map((name) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          label={t(`range.${name}`)}
          error={name === "to" && isTurned(view) ? t("range.turned") : undefined}
        >
          {(aria) => (
            <Input
              {...aria}
              key={view[name]}
              type="date"
              name={name}
              min={known.from}
              max={known.to}
              defaultValue={view[name] ?? known[name]}
            />
          )}
        </Field>
      ))}
      <Button type="submit">{t("range.show")}</Button>
    </form>
  );
}

type Option = { word: string; to: MarketView };

/** One of a few, each a link. */
function Choice({ label, options, chosen }: { label: string; options: readonly Option[]; chosen: number }) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className="flex overflow-x-auto rounded-md border border-control text-sm">
      {options.map(({ word, to }, index) => (
        <Link
          key={word}
          href={paths.analytics(locale, marketQuery(to))}
          scroll={false}
          aria-current={index === chosen ? "true" : undefined}
          className={cx(
            "touch flex shrink-0 items-center justify-center px-3 transition-colors focus-visible:-outline-offset-2",
            index === chosen
              ? "bg-raised text-text shadow-[inset_0_-2px_var(--color-gold)]"
              : "text-muted hover:text-text",
          )}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
