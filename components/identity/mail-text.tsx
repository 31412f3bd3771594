import { linkStyle } from "./link-style";

type Mail = { subject: string; text: string };

/** The text of a mail as it was written, its links to press; its subject is a heading. No HTML of a mail is ever shown. */
export function MailText({ mail, heading: Heading }: { mail: Mail; heading: "h2" | "h3" }) {
  return (
    <article className="grid gap-2 border-y border-line py-3">
      <Heading className="font-medium">{mail.subject}</Heading>
      <p className="wrap-anywhere whitespace-pre-line text-muted">
        {mail.text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
          index % 2 === 1 ? (
            // A text has no ids of its own: the place is the key.
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change their order
            <a key={index} href={part} className={linkStyle}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </article>
  );
}
