import type { Locale } from "../kernel/context";
import type { Messages } from "./messages";

// A message key that doesn't exist, or a third language, does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
