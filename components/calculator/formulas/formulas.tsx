import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { figures } from "@/lib/i18n/figures";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { paths } from "@/lib/paths";
import { costSections } from "./cost-sections";
import { earningSections } from "./earning-sections";
import { FixedExample } from "./fixed-example";
import { FormulaSection } from "./formula-section";
import { futureSections } from "./future-sections";
import type { WorkedExample } from "./worked-example";

/** Every formula of the calculator, and one calculation taken apart with them. */
export function Formulas({ example }: { example: WorkedExample }) {
  const t = useTranslations("formulas");
  const facts = useTranslations("calculator.facts");
  const locale = useLocale();
  const words = { locale, t, example, perPhDay: facts("perPhDay"), perThDay: facts("satPerThDay") };
  const sections = [...earningSections(words), ...costSections(words), ...futureSections(words)];
  return (
    <div className="page grid gap-8 pt-6 pb-16 md:pt-10">
      <header className="grid max-w-[72ch] gap-3">
        <Link
          href={paths.calculator(locale)}
          className="flex min-h-11 w-fit items-center text-muted underline-offset-4 hover:text-text hover:underline md:min-h-6"
        >
          {t("back")}
        </Link>
        <h1 className="text-xl md:text-2xl">{t("title")}</h1>
        <p className="text-base text-muted">{t("description")}</p>
      </header>
      <Example example={example} />
      <nav aria-label={t("contents")}>
        <ul className="flex flex-wrap gap-x-5 gap-y-0 text-muted">
          {[...sections.map(({ id }) => id), "check" as const].map((id) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex min-h-11 items-center underline-offset-4 hover:text-text hover:underline md:min-h-8"
              >
                {t(`${id}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((content) => (
        <FormulaSection key={content.id} content={content} market={example.market} />
      ))}
      <FixedExample />
    </div>
  );
}

/** Whose figures are put in below. */
function Example({ example }: { example: WorkedExample }) {
  const t = useTranslations("formulas");
  const locale = useLocale();
  const show = figures(locale);
  const { machine, electricityUsdPerKwh, pool, runShare } = example.terms;
  return (
    <section aria-labelledby="example" className="grid gap-3">
      <h2 id="example" className="sr-only">
        {t("example")}
      </h2>
      <p className="max-w-[72ch] text-base">
        {t("exampleOf", {
          machine: machine.label ?? "",
          hashrate: inlineFigure(show.hashrate(machine.hashrate_th)),
          power: inlineFigure(show.power(machine.power_w)),
          price: inlineFigure(show.powerPrice(electricityUsdPerKwh)),
          fee: inlineFigure(show.percent(pool.fee * 100)),
          uptime: inlineFigure(show.percent(runShare * 100)),
        })}
      </p>
      <div>
        <ButtonLink variant="secondary" href={paths.calculator(locale, { quantity: 1 })}>
          {t("open")}
        </ButtonLink>
      </div>
    </section>
  );
}
