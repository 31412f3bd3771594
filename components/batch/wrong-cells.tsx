import { cx } from "class-variance-authority";
import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { WrongRow } from "./arrange-fleet";
import { useBatchWords } from "./use-batch-words";

type Props = {
  row: WrongRow;
  /** There is room for as many lines as it needs, not for one. */
  isRoomy?: boolean;
};

/** Which cells of a row are wrong, what stands in them, and what to write instead. */
export function WrongCells({ row: { errors }, isRoomy = false }: Props) {
  const t = useTranslations("batch.table");
  const fields = useTranslations("batch.fields");
  const words = useBatchWords();
  const text = errors
    .map(({ field, text: cell, code, candidates = [] }) => {
      const problem = words.ofCell(field, code);
      const meant = candidates.length > 0 ? t("meant", { names: candidates.join(" / ") }) : "";
      return t(cell === "" ? "emptyCell" : "wrongCell", { field: fields(field), cell, problem: `${problem}${meant}` });
    })
    .join(t("between"));
  return (
    <span title={text} className={cx("flex gap-2 text-muted", isRoomy ? "items-start" : "items-center")}>
      <CircleAlert aria-hidden="true" className={cx("size-4 shrink-0 text-warn", isRoomy && "mt-[0.2em]")} />
      <span className={cx("min-w-0", isRoomy ? "wrap-anywhere" : "truncate")}>{text}</span>
    </span>
  );
}
