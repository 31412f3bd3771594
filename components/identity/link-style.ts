/** A link inside text: underlined, so that colour is not the only signal. */
export const linkStyle = "text-text underline decoration-control underline-offset-4 hover:decoration-text";
