import writeExcelFile from "write-excel-file/node";
import type { Report } from "../report";
import { reportWords } from "../words";
import { assumptionSheet, breakEvenSheet, marketSheet } from "./origin-sheets";
import { summarySheet } from "./summary-sheet";
import { monthSheets, yearSheet } from "./time-sheets";

/** A workbook to reckon on with: every number typed and unrounded, every label in the reader's language. */
export async function xlsxReport(report: Report): Promise<Uint8Array> {
  const words = reportWords(report);
  const sheets = [
    summarySheet(report, words),
    ...monthSheets(report, words),
    yearSheet(report, words),
    breakEvenSheet(report, words),
    assumptionSheet(report, words),
    marketSheet(report, words),
  ];
  return writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}
