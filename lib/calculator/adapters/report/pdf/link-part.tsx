import { Link, Path, Rect, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import { encode } from "uqr";
import type { Words } from "../words";
import { INK } from "./theme";

const styles = StyleSheet.create({
  box: { flexDirection: "row", gap: 14, marginTop: 20, alignItems: "center" },
  text: { flex: 1 },
  link: { color: INK.gold, fontWeight: 500, fontSize: 10.5, textDecoration: "none" },
  address: { fontSize: 6.5, color: INK.subtle, marginTop: 3, lineHeight: 1.35 },
});

const QR_POINTS = 84;

/** The way back to the living calculation: to click on a screen, to scan from paper, to read in both. */
export function LinkPart({ link, words }: { link: string; words: Words }) {
  return (
    <View style={styles.box} wrap={false}>
      <QrCode text={link} />
      <View style={styles.text}>
        <Link src={link} style={styles.link}>
          {words.t("open")}
        </Link>
        <Text style={{ color: INK.muted }}>{words.t("openText")}</Text>
        <Text style={styles.address}>{link}</Text>
      </View>
    </View>
  );
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: "L", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <Svg width={QR_POINTS} height={QR_POINTS} viewBox={`0 0 ${size} ${size}`}>
      <Rect width={size} height={size} fill="#ffffff" />
      <Path d={path} fill={INK.text} />
    </Svg>
  );
}
