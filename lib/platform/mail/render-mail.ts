import type { MailContent, RenderedMail } from "./mail-content";
import { mailHtml } from "./mail-html";
import { mailText } from "./mail-text";

/** Text and HTML of one structure. Throws an Error on a link that is no http(s) address; the subject becomes one line. */
export function renderMail(content: MailContent): RenderedMail {
  for (const place of [content.button, content.otherLink]) {
    const url = place && URL.parse(place.link);
    if (place && (!url || !/^https?:$/.test(url.protocol) || /\s/.test(place.link))) {
      throw new Error(`a mail may only link to http(s) addresses ("${place.label}" doesn't)`);
    }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters would begin a header of their own
  const subject = content.subject.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  return { subject, text: mailText(content), html: mailHtml({ ...content, subject }) };
}
