import { cx } from "class-variance-authority";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";

type Props = {
  names: readonly string[];
  active: number;
  onChoose: (index: number) => void;
  onRemove: (index: number) => void;
};

const LETTERS = "ABCD";

/** Which of the scenarios the form edits and the page shows. */
export function ScenarioTabs({ names, active, onChoose, onRemove }: Props) {
  const t = useTranslations("calculator.compare");
  return (
    <ul aria-label={t("tabs")} className="flex flex-wrap gap-2 print:hidden">
      {names.map((name, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a scenario has no other identity than its place
          key={index}
          className={cx(
            "flex items-center rounded-md border",
            index === active ? "border-gold-dim" : "border-line-strong",
          )}
        >
          <button
            type="button"
            aria-pressed={index === active}
            onClick={() => onChoose(index)}
            className={cx("touch px-3 text-sm", index === active ? "text-gold-soft" : "text-muted hover:text-text")}
          >
            {LETTERS[index]} · {name}
          </button>
          <button
            type="button"
            aria-label={t("remove", { name: `${LETTERS[index]} ${name}` })}
            onClick={() => onRemove(index)}
            className="touch grid w-9 place-items-center text-subtle hover:text-text"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
