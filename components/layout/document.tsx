import type { ReactNode } from "react";
import type { Locale } from "@/lib/kernel/context";
import { ChineseFont } from "./chinese-font";
import { geist } from "./geist";

/** `<html>` and `<body>` of every page there is, the error pages too. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"} className={geist.variable}>
      <body className="flex flex-col">
        {children}
        {locale === "zh" && <ChineseFont />}
      </body>
    </html>
  );
}
