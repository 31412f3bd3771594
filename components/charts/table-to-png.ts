"use client";

import { type PictureWords, pictureOf } from "./picture";

const LINE_WIDTH = 2;

/**
 * Draws a table of the page as PNG at twice its size, with its words, on the page's ground: each cell's colour and words,
 * the frame of the one that is marked, and the lines of zero. Throws where the browser can't.
 */
export function tableToPng(table: HTMLTableElement, words: PictureWords): Promise<Blob> {
  const around = table.parentElement;
  const scrolled = around?.scrollLeft ?? 0;
  // Scrolled sideways, its first column lies over others: it is drawn as it stands at the beginning.
  if (around) around.scrollLeft = 0;
  const frame = table.getBoundingClientRect();
  const { pen, toPng } = pictureOf(frame, words);
  for (const cell of table.querySelectorAll<HTMLTableCellElement>("th, td")) drawCell(pen, cell, frame);
  if (around) around.scrollLeft = scrolled;
  return toPng();
}

function drawCell(pen: CanvasRenderingContext2D, cell: HTMLTableCellElement, frame: DOMRect): void {
  const box = cell.getBoundingClientRect();
  const style = getComputedStyle(cell);
  const [left, top] = [box.left - frame.left, box.top - frame.top];
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(left, top, box.width, box.height);
  if (cell.hasAttribute("aria-current")) {
    pen.strokeStyle = style.outlineColor;
    pen.lineWidth = LINE_WIDTH;
    pen.strokeRect(left + 1, top + 1, box.width - 2, box.height - 2);
  }
  pen.fillStyle = style.color;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textAlign = "center";
  pen.fillText(cell.textContent, left + box.width / 2, top + box.height / 2);
  pen.textAlign = "start";
  pen.fillStyle = getComputedStyle(document.body).color;
  const zero = cell.dataset.zero ?? "";
  if (zero.includes("right")) pen.fillRect(left + box.width, top - LINE_WIDTH, LINE_WIDTH, box.height + 2 * LINE_WIDTH);
  if (zero.includes("below")) pen.fillRect(left - LINE_WIDTH, top + box.height, box.width + 2 * LINE_WIDTH, LINE_WIDTH);
}
