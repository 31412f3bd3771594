import { notFound } from "next/navigation";

/** Whatever address no page answers: the 404 page inside the shell, in the reader's language. */
export default function Rest(): never {
  notFound();
}
