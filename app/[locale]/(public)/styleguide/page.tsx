import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Charts } from "./charts";
import { Controls } from "./controls";
import { Foundations } from "./foundations";
import { Overlays } from "./overlays";
import { States } from "./states";

export const metadata: Metadata = { title: "Style guide", robots: { index: false } };

/** Every wrapper in every state, for whoever builds a page. In development only. */
export default function StyleGuide() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <div className="page grid gap-12 py-10">
      <h1 className="text-xl">Style guide</h1>
      <Foundations />
      <Controls />
      <States />
      <Overlays />
      <Charts />
    </div>
  );
}
