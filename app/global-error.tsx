"use client";

import "./globals.css";
import { buttonStyle } from "@/components/ui/button-style";

const WORDS = [
  {
    lang: "en",
    home: "/en",
    title: "This page could not be shown",
    text: "The fault is ours. Try again; if it stays, report it with the request number.",
    retry: "Try again",
    start: "Go to the start page",
  },
  {
    lang: "zh-CN",
    home: "/zh",
    title: "页面无法显示",
    text: "这是我们的问题。请重试；如仍然出现，请附上请求编号告诉我们。",
    retry: "重试",
    start: "返回首页",
  },
] as const;

type Props = { error: unknown; retry: () => void };

/** The last resort, when even the layout threw: both languages, and nothing that could throw again. */
export default function GlobalError({ error, retry }: Props) {
  const requestId = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang="en">
      <body>
        <title>500 · HashInsight</title>
        <main role="alert" className="page grid justify-items-start gap-10 py-16">
          <p className="text-xs text-subtle select-all">500 {requestId}</p>
          {WORDS.map((words) => (
            <section key={words.lang} lang={words.lang} className="grid justify-items-start gap-3">
              <h1 className="text-xl">{words.title}</h1>
              <p className="max-w-[60ch] text-base text-muted">{words.text}</p>
              <div className="flex flex-wrap gap-2">
                <button type="button" onClick={retry} className={buttonStyle({ variant: "primary" })}>
                  {words.retry}
                </button>
                <a href={words.home} className={buttonStyle()}>
                  {words.start}
                </a>
              </div>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
