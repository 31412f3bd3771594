import { defineRouting } from "next-intl/routing";
import { languageCookie } from "./language-cookie";

/** Both languages, always visible in the address; `/` goes to the cookie's or the browser's. */
export const routing = defineRouting({
  locales: ["en", "zh"],
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: languageCookie,
});
