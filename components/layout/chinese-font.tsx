import { paths } from "@/lib/paths";
import { CHINESE_FONT_VERSION } from "./chinese-font-version";

/**
 * The font faces of Noto Sans SC, sliced by character range. At the end of the body: a style sheet there doesn't hold
 * up what stands before it, needs no script, and Chinese characters are all as wide as they are high in every font.
 */
export function ChineseFont() {
  return <link rel="stylesheet" href={paths.fonts.chinese(CHINESE_FONT_VERSION)} />;
}
