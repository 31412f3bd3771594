import { Document, Page, renderToBuffer } from "@react-pdf/renderer";
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
import { styles } from "./theme";
import { YearPart } from "./time-part";

type Props = { report: Report; words: Words };

/** The calculation on A4: the answer first, then what moves it, then everything that it stands on. */
export function pdfReport(report: Report): Promise<Uint8Array> {
  registerFonts();
  const words = reportWords(report);
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
      <Page size="A4" style={[styles.page, { fontFamily: fontFamily(report) }]} wrap>
        <PageHead report={report} words={words} />
        {several && <Comparison report={report} words={words} />}
        {report.scenarios.map((scenario) => (
          <Scenario key={scenario.letter} report={report} words={words} scenario={scenario} />
        ))}
        <LinkPart link={report.link} words={words} />
        <PageFoot words={words} />
      </Page>
    </Document>,
  );
}

function Scenario({ report, words, scenario }: Props & { scenario: ReportScenario }) {
  const { page } = words;
  const { chart_bands, assumptions } = scenario.result;
  const caption = chart_bands ? page("chart.futures", { paths: assumptions.paths ?? 0 }) : page("chart.assumed");
  return (
    <>
      <AnswerBlock scenario={scenario} words={words} letter={report.scenarios.length > 1} />
      <KeyFacts scenario={scenario} words={words} />
      <Part title={page("chart.title")} note={caption}>
        <ProfitChart result={scenario.result} words={words} />
      </Part>
      <YearPart scenario={scenario} words={words} />
      <BreakEvenPart scenario={scenario} words={words} />
      <MarketPart report={report} scenario={scenario} words={words} />
      <AssumptionPart scenario={scenario} words={words} />
    </>
  );
}
