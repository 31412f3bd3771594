import { useTranslations } from "next-intl";
import { Provenance } from "@/components/ui/provenance";
import { Section } from "@/components/ui/section";
import type { MarketFacts } from "@/lib/calculator/schemas";
import { Formula } from "./math";
import type { FormulaSection as Content } from "./section";

type Props = { content: Content; market: MarketFacts };

/** One formula: what it says, how it is written, how it works out today, and where today's figures come from. */
export function FormulaSection({ content, market }: Props) {
  const t = useTranslations("formulas");
  const { id, symbols, formulas, worked, note } = content;
  return (
    <Section id={id} title={t(`${id}.title`)} className="scroll-mt-20 border-t border-line pt-6">
      <div className="grid gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-12">
        <div className="grid content-start gap-3">
          <p className="max-w-[64ch] text-muted">{t(`${id}.text`)}</p>
          <p className="max-w-[64ch] text-xs text-subtle">{symbols}</p>
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <div className="grid gap-4 text-base">
            {formulas.map((parts) => (
              <Formula key={parts.join()} parts={parts} />
            ))}
          </div>
          <WorkedLines lines={worked} />
          {note && <p className="text-muted">{note}</p>}
          <Figures names={content.figures} market={market} />
        </div>
      </div>
    </Section>
  );
}

function WorkedLines({ lines }: { lines: Content["worked"] }) {
  return (
    <dl className="grid gap-3 border-l border-line-strong pl-4">
      {lines.map(({ label, parts, result }) => (
        <div key={`${label}${parts.join()}`} className="grid gap-0.5">
          {label && <dt className="text-xs text-subtle">{label}</dt>}
          <dd className="min-w-0 text-muted">
            {parts.length > 0 && (
              <>
                <Formula parts={parts} />
                {"= "}
              </>
            )}
            <b className="font-medium whitespace-nowrap text-text">{result}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The figures of the market that went in, each with its origin. */
function Figures({ names, market }: { names: Content["figures"]; market: MarketFacts }) {
  const t = useTranslations("formulas");
  if (names.length === 0) return null;
  return (
    <ul aria-label={t("market")} className="flex flex-wrap gap-x-6 gap-y-1">
      {names.map((name) => {
        const { source, state, as_of } = market[name];
        return (
          <li key={name} className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs text-muted">
            {t(`figures.${name}`)}
            <Provenance source={source} state={state} asOf={as_of} />
          </li>
        );
      })}
    </ul>
  );
}
