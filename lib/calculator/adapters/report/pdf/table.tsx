import { StyleSheet, Text, View } from "@react-pdf/renderer";
import { INK } from "./theme";

export type PdfColumn<Row> = {
  key: string;
  header: string;
  /** Share of the width. */
  flex: number;
  numeric?: boolean;
  cell: (row: Row) => string;
  tone?: (row: Row) => string | undefined;
};

const styles = StyleSheet.create({
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: INK.hair, paddingVertical: 3.2 },
  head: { borderBottomColor: INK.line },
  cell: { paddingRight: 8 },
  last: { paddingRight: 0 },
  numeric: { textAlign: "right", paddingRight: 12 },
  header: { fontSize: 7.5, color: INK.subtle },
  total: { fontWeight: 500 },
});

type Props<Row> = {
  columns: readonly PdfColumn<Row>[];
  rows: readonly Row[];
  /** Rows that sum up the others stand out. */
  isTotal?: (row: Row) => boolean;
};

/** Hairlines only; words at the left, figures at the right; a row is never torn apart. */
export function PdfTable<Row>({ columns, rows, isTotal = () => false }: Props<Row>) {
  const styleOf = (column: PdfColumn<Row>, index: number) => [
    styles.cell,
    { flex: column.flex },
    column.numeric ? styles.numeric : {},
    index === columns.length - 1 ? styles.last : {},
  ];
  return (
    <View>
      <View style={[styles.row, styles.head]} wrap={false}>
        {columns.map((column, index) => (
          <Text key={column.key} style={[...styleOf(column, index), styles.header]}>
            {column.header}
          </Text>
        ))}
      </View>
      {rows.map((row, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed table never changes
        <View key={position} style={[styles.row, isTotal(row) ? styles.total : {}]} wrap={false}>
          {columns.map((column, index) => (
            <Text key={column.key} style={[...styleOf(column, index), { color: column.tone?.(row) ?? INK.text }]}>
              {column.cell(row)}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
