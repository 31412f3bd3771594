/** Why a file of rows is refused as a whole. */
export const FILE_FAULTS = [
  ...(["empty", "other_kind", "old_workbook", "password", "damaged", "foreign_parts", "encoding", "web_page"] as const),
  ...(["large_file", "many_rows", "many_columns", "heavy", "unpacked", "far_cells"] as const),
] as const;
