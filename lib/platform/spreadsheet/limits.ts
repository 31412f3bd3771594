/** How much one file may hold. All are upper bounds, themselves still allowed. */
export type SheetLimits = {
  /** Of the file as it was sent. */
  maxBytes: number;
  /** Rows that hold anything, the heading among them. */
  maxRows: number;
  maxColumns: number;
  /** Characters of one cell. */
  maxCellLength: number;
  /** Characters of all cells: a workbook names a text once and shows it a million times. */
  maxCharacters: number;
  /** Of everything in a workbook together, unpacked. */
  maxUnzippedBytes: number;
  maxEntries: number;
  /** Unpacked to packed size of one part; parts below `RATIO_FREE_BYTES` may be denser. */
  maxRatio: number;
};

export const SHEET_LIMITS: SheetLimits = {
  maxBytes: 10 << 20,
  maxRows: 10_000,
  maxColumns: 100,
  maxCellLength: 2_000,
  maxCharacters: 20_000_000,
  maxUnzippedBytes: 100 << 20,
  maxEntries: 500,
  maxRatio: 200,
};

export const RATIO_FREE_BYTES = 1 << 20;

export const sizeText = (bytes: number): string =>
  bytes < 1 << 20 ? `${Math.round(bytes / 1024)} kB` : `${Math.round((bytes / (1 << 20)) * 10) / 10} MB`;
