import { z } from "zod";
import { defineMail, Link, Name, Time } from "./define-mail";

/** What long work was about, as its mail says it. */
export const TOLD_WORKS = ["list_computed", "list_kept"] as const;

/** To whoever asked for work that took longer than one waits; `link` leads to what it gave. */
export const workOver = defineMail(
  z.strictObject({ what: z.enum(TOLD_WORKS), isDone: z.boolean(), company: Name, at: Time, link: Link }),
  ({ what, isDone, company, at, link }, { t, button, time }) => {
    const how = isDone ? "done" : "failed";
    return {
      subject: t(`workOver.${what}.${how}`, { company }),
      paragraphs: [t(`workOver.${how}`)],
      facts: [{ label: t("time"), value: time(at) }],
      button: button(t("workOver.button"), link),
      footer: t("why.asked", { company }),
    };
  },
);
