import type { ReactNode } from "react";

type Props = { title: ReactNode; note?: ReactNode; tools?: ReactNode };

/** A page's name, what is in it in a few words, and what can be done at the right. */
export function PageHead({ title, note, tools }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-lg">{title}</h1>
      {note && <span className="text-subtle">{note}</span>}
      {tools && <div className="flex w-full flex-wrap gap-2 sm:ml-auto sm:w-auto">{tools}</div>}
    </div>
  );
}
