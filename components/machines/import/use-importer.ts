"use client";

import { useRef, useState } from "react";
import { rowRanges } from "@/lib/machines/core/import/row-ranges";
import type { ImportOutcome, ImportPreview, ImportRow, Mapping } from "@/lib/machines/core/import/schemas";
import type { Refused } from "../../admin/answer";
import { sendImport } from "./send-import";

type Work = "reading" | "adding";

/** The state of an import and its steps; every step can be broken off, and no refusal loses the file. */
export function useImporter() {
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [preview, setPreview] = useState<ImportPreview>();
  const [done, setDone] = useState<ImportOutcome>();
  const [refused, setRefused] = useState<Refused>();
  const [working, setWorking] = useState<Work>();
  const request = useRef<AbortController>(undefined);
  const lastKey = useRef({ rows: "", key: "" });

  /** One request at a time: a new one breaks the last one off, whose answer then counts no more. */
  async function run<T>(work: Work, send: (signal: AbortSignal) => ReturnType<typeof sendImport<T>>) {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    setWorking(work);
    setRefused(undefined);
    const answer = await send(controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted) return undefined;
      throw error;
    });
    if (request.current !== controller) return undefined;
    setWorking(undefined);
    if (answer && !answer.ok) setRefused(answer);
    return answer?.ok ? answer.data : undefined;
  }

  async function read(chosen: File, wanted: Mapping): Promise<void> {
    setFile(chosen);
    const found = await run<ImportPreview>("reading", (signal) =>
      sendImport("preview", { file: chosen, mapping: wanted }, signal),
    );
    if (!found) return;
    setMapping(wanted);
    setPreview(found);
  }

  /** The same rows sent again are the same request, whatever became of the first answer. */
  async function add(rows: readonly ImportRow[]): Promise<void> {
    if (!file || working) return;
    const named = rowRanges(rows.map(({ row }) => row));
    if (lastKey.current.rows !== named) lastKey.current = { rows: named, key: crypto.randomUUID() };
    const { key } = lastKey.current;
    setDone(
      await run<ImportOutcome>("adding", (signal) => sendImport("commit", { file, mapping, rows: named, key }, signal)),
    );
  }

  function stop(): void {
    request.current?.abort();
    request.current = undefined;
    lastKey.current = { rows: "", key: "" };
    setWorking(undefined);
    setFile(undefined);
    setPreview(undefined);
    setRefused(undefined);
    setDone(undefined);
  }

  return {
    file,
    preview,
    done,
    refused,
    working,
    /** Begins with another file. */
    start: (chosen: File) => {
      stop();
      void read(chosen, {});
    },
    remap: (wanted: Mapping) => void (file && read(file, wanted)),
    add,
    stop,
  };
}
