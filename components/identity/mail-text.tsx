import { linkStyle } from "./link-style";

/** The text of a mail as it was written, its links to press. No HTML of a mail is ever shown. */
export function MailText({ mail }: { mail: { subject: string; text: string } }) {
  return (
    <article className="grid gap-2 border-y border-line py-3">
      <h3 className="font-medium">{mail.subject}</h3>
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
