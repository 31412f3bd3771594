import { type ChangeEvent, type DragEvent, useRef, useState } from "react";

/** A place onto which one file is dropped, and the unseen field by which it is chosen instead. */
export function useFileDrop(onFile: (file: File) => void) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
  };
  return {
    isOver,
    choose: () => input.current?.click(),
    zone: {
      onDragOver(event: DragEvent) {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      },
    },
    field: {
      ref: input,
      type: "file",
      accept: ".csv,.tsv,.txt,.xlsx",
      tabIndex: -1,
      className: "sr-only",
      onChange(event: ChangeEvent<HTMLInputElement>) {
        const file = event.target.files?.[0];
        // The same file again is a choice too.
        event.target.value = "";
        take(file);
      },
    },
  } as const;
}
