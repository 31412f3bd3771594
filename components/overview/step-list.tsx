import { cx } from "class-variance-authority";
import ChevronRight from "lucide-react/icons/chevron-right";
import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Step, StepKey } from "@/lib/identity/core/next-steps";
import type { Locale } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { Section } from "../ui/section";

/** A shape of its own for each state, so that the colour is never the only signal. */
const MARKS = {
  done: { Icon: CircleCheck, tone: "text-up" },
  todo: { Icon: Circle, tone: "text-warn" },
  optional: { Icon: CircleDashed, tone: "text-subtle" },
} as const;

const HREFS: Record<StepKey, (locale: Locale) => string> = {
  email: (locale) => `${paths.security(locale)}#account`,
  factor: (locale) => `${paths.security(locale)}#factors`,
  codes: (locale) => `${paths.security(locale)}#factors`,
  people: (locale) => `${paths.company(locale)}#invitations`,
  companies: (locale) => paths.tenants(locale),
  system: (locale) => paths.system(locale),
};

/** What is done and what is still to do, each with the way to it. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations("overview.steps");
  const locale = useLocale();
  const open = steps.filter(({ state }) => state === "todo").length;
  return (
    <Section id="steps" title={t("title")} note={open === 0 ? t("nothingOpen") : t("open", { count: open })}>
      <ul className="border-t border-line">
        {steps.map(({ key, state, count, more }) => {
          const { Icon, tone } = MARKS[state];
          return (
            <li key={key} className="border-b border-line">
              <Link href={HREFS[key](locale)} className="group flex items-start gap-3 py-3">
                <Icon aria-hidden="true" className={cx("mt-0.5 size-5 shrink-0", tone)} />
                <span className="grid min-w-0 flex-1 gap-0.5">
                  <span className="underline-offset-4 group-hover:underline">
                    <span className="sr-only">{t(`states.${state}`)} </span>
                    {t(`${key}.title`)}
                  </span>
                  <span className="text-muted">{t(`${key}.${state}`, { count, more })}</span>
                </span>
                <ChevronRight aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-subtle group-hover:text-text" />
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
