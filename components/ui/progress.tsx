import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  label: string;
  done: number;
  /** 0: not known yet, and nothing is said of it. */
  total: number;
  /** Items a second, once it is known. */
  rate?: number;
  secondsLeft?: number;
  /** A button to cancel. */
  action?: ReactNode;
};

/** Work of more than two seconds: how much of how much, how fast, how long still, and a way out. */
export function Progress({ label, done, total, rate, secondsLeft, action }: Props) {
  const t = useTranslations("common.progress");
  const format = useFormatter();
  const isCounted = total > 0;
  const text = [
    t("of", { done: format.number(done), total: format.number(total) }),
    ...(rate === undefined ? [] : [t("rate", { rate: format.number(rate, { maximumSignificantDigits: 2 }) })]),
    ...(secondsLeft === undefined ? [] : [t("left", { seconds: Math.ceil(secondsLeft) })]),
  ].join(" · ");
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <span>{label}</span>
        {isCounted && <span className="text-xs text-subtle">{text}</span>}
      </div>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label={label}
          {...(isCounted
            ? { "aria-valuemin": 0, "aria-valuemax": total, "aria-valuenow": done, "aria-valuetext": text }
            : {})}
          className="h-1 flex-1 overflow-hidden rounded-full bg-control"
        >
          <div
            className="h-full bg-gold"
            style={{ width: `${isCounted ? Math.min(100, (100 * done) / total) : 0}%` }}
          />
        </div>
        {action}
      </div>
    </div>
  );
}
