import { Path, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { absoluteTime } from "@/lib/i18n/time-format";
import type { Words } from "../words";
import { spaced } from "./spaced";
import { INK, PAGE, styles } from "./theme";

const frame = StyleSheet.create({
  top: { flexDirection: "row", justifyContent: "space-between", alignItems: "center", marginBottom: 13 },
  mark: { flexDirection: "row", alignItems: "center", fontSize: 11, fontWeight: 500 },
  foot: {
    position: "absolute",
    bottom: 22,
    left: PAGE.margin,
    right: PAGE.margin,
    flexDirection: "row",
    borderTopWidth: 0.5,
    borderTopColor: INK.hair,
    paddingTop: 6,
  },
  half: { flex: 1 },
  right: { textAlign: "right" },
});

/** The mark, what this is, and when it was made: on every page. */
export function PageHead({ madeAt, kicker, words }: { madeAt: string; kicker: string; words: Words }) {
  return (
    <View style={frame.top} fixed>
      <View style={frame.mark}>
        <Svg width={13} height={13} viewBox="0 0 18 18" style={{ marginRight: 5 }}>
          <Path d="M9 1l7 4v8l-7 4-7-4V5z" stroke={INK.gold} strokeWidth={1.5} fill="none" />
          <Path d="M9 5.5v7M6 7.2v3.6M12 7.2v3.6" stroke={INK.gold} strokeWidth={1.5} fill="none" />
        </Svg>
        <Text>HashInsight</Text>
      </View>
      <Text style={styles.small}>
        {kicker}
        {words.t("separator")}
        {words.t("made", { time: spaced(absoluteTime(words.locale, madeAt)) })}
      </Text>
    </View>
  );
}

export function PageFoot({ words }: { words: Words }) {
  return (
    <View style={[frame.foot, styles.small]} fixed>
      <Text style={frame.half}>{words.t("disclaimer")}</Text>
      <Text
        style={[frame.half, frame.right]}
        render={({ pageNumber, totalPages }) => words.t("page", { page: pageNumber, pages: totalPages })}
      />
    </View>
  );
}

type PartProps = { title: string; note?: string; children: ReactNode };

/** A part of the report, never torn apart: each fits on a page. */
export function Part({ title, note, children }: PartProps) {
  return (
    <View style={styles.section} wrap={false}>
      <Text style={styles.sectionTitle}>
        {title}
        {note ? <Text style={styles.small}>{`  ${note}`}</Text> : null}
      </Text>
      {children}
    </View>
  );
}
