import type { FigureText } from "./figures";
import { NBSP } from "./number-format";

/** A figure inside a sentence: `6.0 ¢/kWh`, on one line. */
export const inlineFigure = ({ text, unit }: FigureText): string => (unit ? `${text}${NBSP}${unit}` : text);
