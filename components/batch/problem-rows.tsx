"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import type { WrongRow } from "./arrange-fleet";
import { WrongCells } from "./wrong-cells";

const AT_A_TIME = 200;

/** The rows that can't be read and why, each as high as its words need: at any width nothing of them is cut off. */
export function ProblemRows({ rows }: { rows: readonly WrongRow[] }) {
  const t = useTranslations("batch.table");
  const [shown, setShown] = useState(AT_A_TIME);
  const rest = rows.length - shown;
  return (
    <div className="grid grid-cols-1 gap-3">
      <table className="data-table">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-14">
              {t("columns.row")}
            </th>
            <th scope="col">{t("columns.problem")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.row}>
              <th scope="row" className="align-top tabular-nums">
                {row.row}
              </th>
              <td>
                <WrongCells row={row} isRoomy />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button className="justify-self-start" onClick={() => setShown(shown + AT_A_TIME)}>
          {t("moreProblems", { count: Math.min(rest, AT_A_TIME) })}
        </Button>
      )}
    </div>
  );
}
