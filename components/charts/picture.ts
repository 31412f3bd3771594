"use client";

const SCALE = 2;
const PADDING = 24;
const TITLE_HEIGHT = 36;
const LINE_HEIGHT = 18;

type Picture = {
  /** Draws in the page's pixels, from where the thing itself begins. */
  pen: CanvasRenderingContext2D;
  toPng: () => Promise<Blob>;
};

/** What is written above a picture, and the lines below it: what it shows and where that comes from. */
export type PictureWords = { title: string; below: readonly string[] };

/** An empty picture at twice the size of what comes into it, with its words, on the page's ground. Throws where the browser can't. */
export function pictureOf(
  { width, height }: { width: number; height: number },
  { title, below }: PictureWords,
): Picture {
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * PADDING) * SCALE;
  canvas.height = (height + 2 * PADDING + TITLE_HEIGHT + below.length * LINE_HEIGHT) * SCALE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser has no 2d canvas.");
  const page = getComputedStyle(document.body);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = page.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "middle";
  pen.fillStyle = page.color;
  pen.font = `500 16px ${page.fontFamily}`;
  pen.fillText(title, PADDING, PADDING + TITLE_HEIGHT / 3);
  pen.font = `12px ${page.fontFamily}`;
  for (const [index, line] of below.entries())
    pen.fillText(line, PADDING, PADDING + TITLE_HEIGHT + height + (index + 1) * LINE_HEIGHT, width);
  pen.translate(PADDING, PADDING + TITLE_HEIGHT);
  const toPng = () =>
    new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty."))), "image/png"),
    );
  return { pen, toPng };
}
