import { useTranslations } from "next-intl";

const ANSWERS = ["pays", "sure", "buy"] as const;

/** What the product is for, in three questions. */
export function Answers() {
  const t = useTranslations("landing.answers");
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className="sr-only">
        {t("title")}
      </h2>
      <div className="grid gap-8 md:grid-cols-3 md:gap-12">
        {ANSWERS.map((key) => (
          <div key={key} className="grid content-start gap-1">
            <h3 className="text-base">{t(`${key}.title`)}</h3>
            <p className="text-muted">{t(`${key}.text`)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
