declare module "subset-font" {
  type Options = {
    targetFormat: "woff2";
    /** The part of a variable font's range that stays. */
    variationAxes?: Record<string, { min: number; max: number }>;
    /** OpenType features that stay; all of them when it is left out. */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
  };
  /** The characters of `text` out of a font. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
