import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { messages } from "./messages";
import { routing } from "./routing";

/**
 * What next-intl asks for with each request. Times are set in UTC: the server can't know the reader's zone. `now` is one
 * for the whole answer, in the browser too, so that an age reads the same before and after hydration.
 */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: messages[locale], timeZone: "UTC", now: new Date() };
});
