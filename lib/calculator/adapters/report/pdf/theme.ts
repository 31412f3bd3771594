import { StyleSheet } from "@react-pdf/renderer";

/** Paper: white, one gold for the answer, grey for the rest; the contrast of each text on white is 4.8 or more. */
export const INK = {
  text: "#14181f",
  muted: "#474f5c",
  subtle: "#666f7d",
  line: "#d5d9e0",
  hair: "#e8ebef",
  gold: "#8a6500",
  down: "#b42318",
  warn: "#9a3412",
  series: "#1d5fc4",
  band: "#dbe7f8",
} as const;

/** Points; A4 is 595 by 842. */
export const PAGE = { margin: 46, width: 595.28 - 2 * 46 } as const;

export const styles = StyleSheet.create({
  page: { paddingTop: 34, paddingBottom: 50, paddingHorizontal: PAGE.margin, fontSize: 9, color: INK.text },
  // Not on the page: what is rendered per page (its number) would get the line height twice.
  body: { fontSize: 9, lineHeight: 1.45, fontFeatureSettings: ["tnum"] },
  small: { fontSize: 7.5, color: INK.subtle },
  section: { marginTop: 15 },
  sectionTitle: { fontSize: 10.5, fontWeight: 500, lineHeight: 1.4, marginBottom: 4 },
});
