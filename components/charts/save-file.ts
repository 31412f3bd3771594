"use client";

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; some browsers lose it when the address goes at once.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
