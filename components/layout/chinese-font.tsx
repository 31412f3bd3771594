import { preload } from "react-dom";
import { paths } from "@/lib/paths";
import { CHINESE_FONT_VERSION } from "./chinese-font-version";
import { ChineseSlices } from "./chinese-slices";
import { CHINESE_UI_FONT } from "./chinese-ui-font";

/**
 * The characters of the open pages come at once, in one small file; those that only the others need come when a page
 * has one. What else readers write in Chinese comes in slices by character range, whose style sheet waits until the page
 * stands.
 */
export function ChineseFont() {
  preload(CHINESE_UI_FONT.open.file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const slices = paths.fonts.chinese(CHINESE_FONT_VERSION);
  return (
    <>
      <ChineseSlices href={slices} />
      <noscript>
        <link rel="stylesheet" href={slices} />
      </noscript>
    </>
  );
}
