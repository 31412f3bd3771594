import { useLocale, useTranslations } from "next-intl";
import { figures } from "@/lib/i18n/figures";
import { dateText } from "@/lib/i18n/time-format";

type Day = { date: string; calls: number };

const HEIGHT = 64;

/** A bar a day; the number at the right is the tallest one. */
export function UsageBars({ days, total }: { days: readonly Day[]; total: number }) {
  const t = useTranslations("account.keys");
  const locale = useLocale();
  const show = figures(locale);
  const most = Math.max(...days.map(({ calls }) => calls), 1);
  const barOf = (calls: number) => (calls === 0 ? 0 : Math.max(1, (calls / most) * (HEIGHT - 2)));
  return (
    <figure className="grid gap-1">
      <figcaption className="flex justify-between text-xs text-subtle">
        <span>{t("usageTotal", { count: total })}</span>
        <span>{show.number(most).text}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("usageTotal", { count: total })}
        className="h-16 w-full border-b border-line-strong"
      >
        {days.map(({ date, calls }, index) => (
          <rect
            key={date}
            x={index * 10 + 1}
            y={HEIGHT - barOf(calls)}
            width={8}
            height={barOf(calls)}
            className="fill-series-1"
          >
            <title>{`${dateText(locale, date)}: ${show.number(calls).text}`}</title>
          </rect>
        ))}
      </svg>
      <div className="flex justify-between text-xs text-subtle">
        {[days[0], days.at(-1)].map((day) => day && <span key={day.date}>{dateText(locale, day.date)}</span>)}
      </div>
    </figure>
  );
}
