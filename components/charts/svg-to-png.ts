"use client";

import { type PictureWords, pictureOf } from "./picture";

/** What shapes outside the page no longer inherit. */
const INHERITED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity"];

/**
 * Draws a chart of the page as PNG at twice its size, with its words, on the page's ground. Words are drawn by the
 * canvas and not by the picture, because a picture may not use the page's fonts. Throws where the browser can't.
 */
export async function svgToPng(svg: SVGSVGElement, words: PictureWords): Promise<Blob> {
  const frame = svg.getBoundingClientRect();
  const { pen, toPng } = pictureOf(frame, words);
  pen.drawImage(await shapesOf(svg, frame), 0, 0, frame.width, frame.height);
  for (const text of svg.querySelectorAll("text")) {
    const box = text.getBoundingClientRect();
    const style = getComputedStyle(text);
    pen.fillStyle = style.fill;
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.fillText(text.textContent, box.left - frame.left, box.top - frame.top + box.height / 2);
  }
  return toPng();
}

async function shapesOf(svg: SVGSVGElement, frame: DOMRect): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll("*");
  for (const [index, element] of copy.querySelectorAll("*").entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    element.setAttribute("style", INHERITED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
  }
  for (const text of copy.querySelectorAll("text")) text.remove();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(frame.width));
  copy.setAttribute("height", String(frame.height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
