import account from "@/messages/en/account.json";
import actions from "@/messages/en/actions.json";
import admin from "@/messages/en/admin.json";
import analytics from "@/messages/en/analytics.json";
import audit from "@/messages/en/audit.json";
import batch from "@/messages/en/batch.json";
import calculator from "@/messages/en/calculator.json";
import catalogue from "@/messages/en/catalogue.json";
import common from "@/messages/en/common.json";
import company from "@/messages/en/company.json";
import curtailment from "@/messages/en/curtailment.json";
import errors from "@/messages/en/errors.json";
import fleet from "@/messages/en/fleet.json";
import formulas from "@/messages/en/formulas.json";
import heatmap from "@/messages/en/heatmap.json";
import identity from "@/messages/en/identity.json";
import indicators from "@/messages/en/indicators.json";
import landing from "@/messages/en/landing.json";
import layout from "@/messages/en/layout.json";
import mail from "@/messages/en/mail.json";
import overview from "@/messages/en/overview.json";
import portfolio from "@/messages/en/portfolio.json";
import pricing from "@/messages/en/pricing.json";
import replay from "@/messages/en/replay.json";
import report from "@/messages/en/report.json";
import sheet from "@/messages/en/sheet.json";
import zhAccount from "@/messages/zh/account.json";
import zhActions from "@/messages/zh/actions.json";
import zhAdmin from "@/messages/zh/admin.json";
import zhAnalytics from "@/messages/zh/analytics.json";
import zhAudit from "@/messages/zh/audit.json";
import zhBatch from "@/messages/zh/batch.json";
import zhCalculator from "@/messages/zh/calculator.json";
import zhCatalogue from "@/messages/zh/catalogue.json";
import zhCommon from "@/messages/zh/common.json";
import zhCompany from "@/messages/zh/company.json";
import zhCurtailment from "@/messages/zh/curtailment.json";
import zhErrors from "@/messages/zh/errors.json";
import zhFleet from "@/messages/zh/fleet.json";
import zhFormulas from "@/messages/zh/formulas.json";
import zhHeatmap from "@/messages/zh/heatmap.json";
import zhIdentity from "@/messages/zh/identity.json";
import zhIndicators from "@/messages/zh/indicators.json";
import zhLanding from "@/messages/zh/landing.json";
import zhLayout from "@/messages/zh/layout.json";
import zhMail from "@/messages/zh/mail.json";
import zhOverview from "@/messages/zh/overview.json";
import zhPortfolio from "@/messages/zh/portfolio.json";
import zhPricing from "@/messages/zh/pricing.json";
import zhReplay from "@/messages/zh/replay.json";
import zhReport from "@/messages/zh/report.json";
import zhSheet from "@/messages/zh/sheet.json";
import type { Locale } from "../kernel/context";

/**
 * Every word of the product: one file a domain, the domain's name is the namespace. The imports are written out,
 * because the build compiles each file; `messages.test.ts` finds a file that is missing here.
 */
const en = {
  account,
  actions,
  admin,
  analytics,
  audit,
  batch,
  calculator,
  catalogue,
  common,
  company,
  curtailment,
  errors,
  fleet,
  formulas,
  heatmap,
  identity,
  indicators,
  landing,
  layout,
  mail,
  overview,
  portfolio,
  pricing,
  replay,
  report,
  sheet,
};

export type Messages = typeof en;
export type Namespace = keyof Messages;

const zh: Messages = {
  account: zhAccount,
  actions: zhActions,
  admin: zhAdmin,
  analytics: zhAnalytics,
  audit: zhAudit,
  batch: zhBatch,
  calculator: zhCalculator,
  catalogue: zhCatalogue,
  common: zhCommon,
  company: zhCompany,
  curtailment: zhCurtailment,
  errors: zhErrors,
  fleet: zhFleet,
  formulas: zhFormulas,
  heatmap: zhHeatmap,
  identity: zhIdentity,
  indicators: zhIndicators,
  landing: zhLanding,
  layout: zhLayout,
  mail: zhMail,
  overview: zhOverview,
  portfolio: zhPortfolio,
  pricing: zhPricing,
  replay: zhReplay,
  report: zhReport,
  sheet: zhSheet,
};

export const messages: Record<Locale, Messages> = { en, zh };
