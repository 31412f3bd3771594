import { defineRouting } from "next-intl/routing";

/** Both languages, always visible in the address; `/` goes to the cookie's or the browser's. */
export const routing = defineRouting({
  locales: ["en", "zh"],
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: { name: "NEXT_LOCALE", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" },
});
