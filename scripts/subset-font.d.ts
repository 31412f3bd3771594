declare module "subset-font" {
  /** The characters of `text` out of a font, as `targetFormat`. */
  export default function subsetFont(font: Buffer, text: string, options: { targetFormat: "woff2" }): Promise<Buffer>;
}
