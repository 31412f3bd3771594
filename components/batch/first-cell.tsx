import { cx } from "class-variance-authority";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import type { FleetItem } from "./arrange-fleet";
import type { FleetGrouping } from "./table-state";

type Props = {
  item: FleetItem;
  grouping: FleetGrouping | null;
  onToggle: (key: string) => void;
  onProblem: () => void;
};

/** What a line is: its row in the list and its machine, or a group that opens. */
export function FirstCell({ item, grouping, onToggle, onProblem }: Props) {
  const t = useTranslations("batch.table");
  if (item.kind === "group") {
    const { key, group, isOpen } = item;
    return (
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onToggle(key)}
        className="touch flex w-full min-w-0 items-center gap-2 text-left text-text"
      >
        <ChevronRight
          aria-hidden="true"
          className={cx("size-4 shrink-0 text-subtle transition-transform", isOpen && "rotate-90")}
        />
        <span className="min-w-0 truncate">{group.name ?? t("unnamed")}</span>
        <span className="shrink-0 text-xs text-subtle">{t("rowsOf", { count: group.rows })}</span>
      </button>
    );
  }
  const name = item.kind === "row" ? (item.row.machine.label ?? t("byNumbers")) : t("problem");
  const style = "min-w-0 truncate";
  return (
    <span className={cx("flex min-w-0 items-baseline gap-2", grouping !== null && item.kind === "row" && "pl-6")}>
      <span className="w-9 shrink-0 text-right text-xs text-subtle">
        <span className="sr-only">{t("row")} </span>
        {item.row.row}
      </span>
      {item.kind === "row" ? (
        <span className={cx(style, "text-text")}>{name}</span>
      ) : (
        // Its line may be cut off: there is room for it among those with a problem.
        <button
          type="button"
          onClick={onProblem}
          className={cx(style, "touch text-muted underline underline-offset-4 hover:text-text")}
        >
          {name}
        </button>
      )}
    </span>
  );
}
