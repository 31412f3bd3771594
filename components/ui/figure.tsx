import { cx } from "class-variance-authority";
import type { FigureText } from "@/lib/i18n/figures";
import { NBSP } from "@/lib/i18n/number-format";

type Props = FigureText & {
  /** `hero` for the one figure that answers the page's question: the only gold one. */
  tone?: "plain" | "hero" | "up" | "down";
  /** False where whoever draws it tells the exact value on hover. */
  titled?: boolean;
  className?: string;
};

const TONES = { plain: "", hero: "text-gold", up: "text-up", down: "text-down" } as const;

/**
 * A number with its unit, on one line. The exact value is shown on hover and is what copying gives.
 * A tone never stands alone: profit and loss carry their sign (`signed` in `figures`).
 */
export function Figure({ text, unit, exact, tone = "plain", titled = true, className }: Props) {
  return (
    <data
      value={exact}
      title={exact === "" || !titled ? undefined : `${exact}${unit ? `${NBSP}${unit}` : ""}`}
      className={cx("whitespace-nowrap tabular-nums", TONES[tone], className)}
    >
      {text}
      {unit && (
        <>
          {NBSP}
          <span className={cx("inline-block whitespace-nowrap", tone === "plain" && "font-normal text-muted")}>
            {unit}
          </span>
        </>
      )}
    </data>
  );
}
