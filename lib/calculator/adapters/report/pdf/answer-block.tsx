import { StyleSheet, Text, View } from "@react-pdf/renderer";
import { eyebrow, headline, outlook, type Segment, warningTexts } from "../answer-text";
import type { ReportScenario } from "../report";
import type { Words } from "../words";
import { INK } from "./theme";

const styles = StyleSheet.create({
  eyebrow: { color: INK.subtle },
  headline: { fontSize: 19, fontWeight: 500, lineHeight: 1.3, marginTop: 3 },
  outlook: { fontSize: 10, color: INK.muted, marginTop: 5, maxWidth: 440 },
  warnings: { marginTop: 9, borderLeftWidth: 1.5, borderLeftColor: INK.warn, paddingLeft: 7, color: INK.warn },
});

/** The report's answer in one sentence, what moves it in a second, and what to keep in mind. */
export function AnswerBlock({ scenario, words, letter }: { scenario: ReportScenario; words: Words; letter: boolean }) {
  const what = eyebrow(words, scenario);
  const warnings = warningTexts(words, scenario);
  return (
    <View>
      <Text style={styles.eyebrow}>
        {letter ? words.t("lettered", { letter: words.t("scenario", { letter: scenario.letter }), text: what }) : what}
      </Text>
      <Text style={styles.headline}>
        <Segments parts={headline(words, scenario)} colour={INK.gold} />
      </Text>
      <Text style={styles.outlook}>
        <Segments parts={outlook(words, scenario)} colour={INK.text} />
      </Text>
      {warnings.length > 0 && (
        <View style={styles.warnings}>
          {warnings.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </View>
      )}
    </View>
  );
}

function Segments({ parts, colour }: { parts: readonly Segment[]; colour: string }) {
  return parts.map(({ text, strong }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a printed sentence never changes
    <Text key={index} style={strong ? { color: colour, fontWeight: 500 } : {}}>
      {text}
    </Text>
  ));
}
