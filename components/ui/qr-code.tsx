"use client";

import { cx } from "class-variance-authority";
import { encode } from "uqr";

/** Dark on white, whatever the theme: that is what scanners read. */
export function QrCode({ text, label, className = "max-w-56" }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: "L", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cx("w-full rounded-sm", className)}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#0b0d10" />
    </svg>
  );
}
