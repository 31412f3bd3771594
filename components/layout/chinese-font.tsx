import { preload } from "react-dom";
import { paths } from "@/lib/paths";
import { CHINESE_FONT_VERSION } from "./chinese-font-version";
import { CHINESE_UI_FONT } from "./chinese-ui-font";

/**
 * The characters of the interface come at once, in one small file a weight. What else readers write in Chinese comes in
 * slices by character range: their style sheet stands at the end of the body, where it doesn't hold up what is before it.
 */
export function ChineseFont() {
  for (const file of CHINESE_UI_FONT.files) preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return <link rel="stylesheet" href={paths.fonts.chinese(CHINESE_FONT_VERSION)} />;
}
