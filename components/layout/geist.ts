import localFont from "next/font/local";

/** Geist's Latin part in the weights that the product uses; made by `npm run fonts`. The fallback has its measures. */
export const geist = localFont({
  src: "./geist-latin.woff2",
  variable: "--font-geist-sans",
  weight: "400 600",
  display: "swap",
  adjustFontFallback: "Arial",
});
