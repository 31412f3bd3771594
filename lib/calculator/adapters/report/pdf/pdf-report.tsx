import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { dateText } from "@/lib/i18n/time-format";
import { headline, plain } from "../answer-text";
import type { Report, ReportScenario } from "../report";
import { reportWords, type Words } from "../words";
import { AnswerBlock } from "./answer-block";
import { BreakEvenPart } from "./break-even-part";
import { Comparison } from "./comparison";
import { fontFamily, registerFonts } from "./fonts";
import { PageFoot, PageHead, Part } from "./frame";
import { KeyFacts } from "./key-facts";
import { LinkPart } from "./link-part";
import { AssumptionPart, MarketPart } from "./origin-parts";
import { ProfitChart } from "./profit-chart";
import { spaced } from "./spaced";
import { styles } from "./theme";
import { YearPart } from "./time-part";

type Props = { report: Report; words: Words };

/** The calculation on A4: the answer first, then what moves it, then everything that it stands on. */
export function pdfReport(report: Report): Promise<Uint8Array> {
  registerFonts();
  const words = reportWords(report);
  const names = namesOf(report);
  const [first] = report.scenarios;
  const several = report.scenarios.length > 1;
  return renderToBuffer(
    <Document
      title={`HashInsight · ${words.t("kicker")}`}
      subject={first ? plain(headline(words, first)) : ""}
      creator="HashInsight"
      producer="HashInsight"
      language={report.locale === "zh" ? "zh-CN" : "en"}
      creationDate={new Date(report.madeAt)}
    >
      <Page size="A4" style={[styles.page, { fontFamily: fontFamily(report.locale, names) }]} wrap>
        <PageHead madeAt={report.madeAt} kicker={words.t("kicker")} words={words} />
        <PageFoot words={words} />
        <View style={styles.body}>
          {several && <Comparison report={report} words={words} />}
          {several && <LinkPart link={report.link} words={words} />}
          {report.scenarios.map((scenario) => (
            <View key={scenario.letter} break={several}>
              <Scenario report={report} words={words} scenario={scenario} />
            </View>
          ))}
          {!several && <LinkPart link={report.link} words={words} />}
        </View>
      </Page>
    </Document>,
  );
}

const namesOf = ({ scenarios }: Report) => scenarios.map(({ name }) => name);

function Scenario({ report, words, scenario }: Props & { scenario: ReportScenario }) {
  const { page } = words;
  const { chart_bands, assumptions } = scenario.result;
  const caption = chart_bands ? page("chart.futures", { paths: assumptions.paths ?? 0 }) : page("chart.assumed");
  return (
    <>
      <AnswerBlock scenario={scenario} words={words} letter={report.scenarios.length > 1} />
      <KeyFacts scenario={scenario} words={words} />
      <Part title={page("chart.title")} note={caption}>
        <ProfitChart result={scenario.result} words={words} fontFamily={fontFamily(report.locale, namesOf(report))} />
        <HalvingNote scenario={scenario} words={words} />
      </Part>
      <YearPart report={report} scenario={scenario} words={words} />
      <BreakEvenPart scenario={scenario} words={words} />
      <MarketPart madeAt={report.madeAt} pinnedAt={report.pinnedAt} market={scenario.result.market} words={words} />
      <AssumptionPart scenario={scenario} words={words} />
    </>
  );
}

function HalvingNote({ scenario, words }: { scenario: ReportScenario; words: Words }) {
  const { next_halving: halving } = scenario.result;
  if (!halving?.inside_horizon) return null;
  const date = spaced(dateText(words.locale, halving.at));
  return <Text style={styles.small}>{words.t("halvingNote", { height: halving.block_height, date })}</Text>;
}
