import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgePassword, MAX_PASSWORD, MIN_PASSWORD, type PasswordFault } from "./password-policy";

const WORDS = ["Ada Lovelace", "Northfield Mining GmbH", "ada.l@mine-shaft.example", "Li"];
const judge = (password: string, leaked: readonly string[] = [], words: readonly string[] = WORDS) =>
  judgePassword(password, { words, isCommon: (asked) => leaked.includes(asked) });

describe("length", () => {
  it("is from 12 to 128", () => expect([MIN_PASSWORD, MAX_PASSWORD]).toEqual([12, 128]));

  it.each<[string, string, PasswordFault | undefined]>([
    ["nothing", "", "password_short"],
    ["eleven", "copper lamp", "password_short"],
    ["twelve", "copper lamps", undefined],
    ["128", "copper lamps".padEnd(128, "xyzvw"), undefined],
    ["129", "copper lamps".padEnd(129, "xyzvw"), "password_long"],
    ["eleven characters of two units each", "😀😃😄😁😆😅😂🙂🙃😉😊", "password_short"],
    ["128 characters, some of two units", `copper lamps${"😀".repeat(115)}z`, undefined],
  ])("%s", (_, password, fault) => expect(judge(password)).toBe(fault));

  it("counts what was typed: a ligature that folds into two letters is one", () => {
    expect(judge("ﬁnal copper")).toBe("password_short");
  });
});

describe("what a character is doesn't matter, but how many different ones there are", () => {
  it.each<[string, PasswordFault | undefined]>([
    ["aaaaaaaaaaaa", "password_simple"],
    ["abcdabcdabcd", "password_simple"],
    ["abcdeabcdeab", undefined],
    ["aAbBcCdDaAbB", "password_simple"],
    ["ａaｂbｃcｄdａaｂb", "password_simple"],
    ["copper turtle lamp", undefined],
    ["COPPERTURTLE", undefined],
  ])("%s", (password, fault) => expect(judge(password)).toBe(fault));
});

describe("what has leaked", () => {
  it.each<[string, string, string]>([
    ["as it stands", "trustnoonehere", "trustnoonehere"],
    ["in capitals", "TrustNoOneHere", "trustnoonehere"],
    ["in full-width letters", "ｔｒｕｓｔｎｏｏｎｅｈｅｒｅ", "trustnoonehere"],
    ["with a year behind it", "trustnoone2026", "trustnoone"],
    ["with an exclamation mark behind it", "trustnoonehere!", "trustnoonehere"],
    ["with a line behind it", "trustnoonehere_", "trustnoonehere"],
    ["with several of them", "TrustNoOne_20-26!", "trustnoone"],
    ["digits and all", "trustnoone2026", "trustnoone2026"],
  ])("is refused %s", (_, password, leaked) => expect(judge(password, [leaked])).toBe("password_common"));

  it.each<[string, string, string]>([
    ["more words behind it", "trustnoone here", "trustnoone"],
    ["digits in front of it", "2026trustnoone", "trustnoone"],
    ["digits within it", "trust2026noone", "trustnoone"],
    ["digits within and a mark behind it", "trust2026noone!", "trustnoone"],
  ])("isn't taken for one with %s", (_, password, leaked) => expect(judge(password, [leaked])).toBeUndefined());

  it("is asked for in small letters, as the list has them", () => {
    const asked: string[] = [];
    judgePassword("TrustNoOneHere2", { words: [], isCommon: (password) => asked.push(password) === 0 });
    expect(asked).toEqual(["trustnoonehere2", "trustnoonehere"]);
  });
});

describe("one's own words", () => {
  it.each([
    ["the company's", "northfield2026"],
    ["the company's, turned about", "miningnorthfield"],
    ["the company's in capitals", "NORTHFIELD!!!!"],
    ["the person's", "LovelaceLovelace"],
    ["the person's with few letters more", "lovelace-abcdefg"],
    ["a part of the address", "shaft.mine.shaft"],
    ["a word twice, with digits between", "lovelace1815lovelace"],
    ["the person's with few letters and many digits behind", "lovelaceabcd12345"],
    ["a word of four letters", "mine.mine.mine"],
    ["a longer word that has a shorter one in it", "mineshaftmine"],
  ])("%s, and little else, is refused: %s", (_, password) => {
    const words = [...WORDS, "mineshaft"];
    expect(judge(password, [], words)).toBe("password_context");
  });

  it.each([
    ["eight letters more", "lovelace-abcdefgh"],
    ["letters and digits more", "lovelace-abcd1234x"],
    ["letters, digits and a letter more", "lovelaceabcd1234x"],
    ["letters of other scripts more", "lovelace-жирафами"],
    ["a word of three letters, which is too short to count", "ada ada ada ada xyz"],
    ["a name of two letters", "lililililimnop"],
    ["nothing of them", "copper turtle lamp"],
    ["nothing of them, and marks between few letters", "a!b@c#d$e%f^g"],
  ])("with %s may be used: %s", (_, password) => expect(judge(password)).toBeUndefined());

  it("takes the longer word out first: what is left of it isn't counted", () => {
    // Were "mine" taken out first, "shafters" would be left of each, and be enough.
    expect(judge("mineshafters", [], ["mine", "mineshafters"])).toBe("password_context");
  });

  it("counts neither marks nor blanks as something of one's own", () => {
    expect(judge("lovelace - . - . - . x", [])).toBe("password_context");
  });

  it("is nobody's without words, but for the product's", () => {
    expect(judge("northfield mine", [], [])).toBeUndefined();
    for (const word of ["hashinsight2026", "bitcoinbitcoin", "mining-mining-7"])
      expect(judge(word, [], [])).toBe("password_context");
    expect(judge("copper turtle lamp", [], ["", "  ", "--"])).toBeUndefined();
  });

  it("judges a word with digits as a whole", () => {
    expect(judge("site4711site4711", [], ["Site4711"])).toBe("password_context");
    expect(judge("grünfeld-grünfeld", [], ["Grünfeld"])).toBe("password_context");
  });
});

describe("a password without anybody's words may be used", () => {
  it.each([
    ["Chinese", "正确的马电池订书钉在云上面走路"],
    ["Russian", "жирафы любят спелые бананы"],
    ["made by a program, with marks and digits at its end", "aB3$kd9!2#7%"],
  ])("%s", (_, password) => expect(judge(password)).toBeUndefined());
});

describe("whatever is typed", () => {
  const long = fc.string({ unit: "grapheme-ascii", minLength: MIN_PASSWORD, maxLength: MAX_PASSWORD });

  it("outside of the lengths is refused for its length alone", () => {
    const short = fc.string({ unit: "binary", maxLength: MIN_PASSWORD - 1 });
    const tooLong = fc.string({ unit: "binary", minLength: MAX_PASSWORD + 1, maxLength: 300 });
    fc.assert(
      fc.property(short, tooLong, (few, many) => {
        expect([judge(few), judge(many)]).toEqual(["password_short", "password_long"]);
      }),
    );
  });

  it("is refused when it has leaked, in whatever case it comes", () => {
    fc.assert(
      fc.property(long, (password) => {
        fc.pre(new Set(password.toLowerCase()).size >= 5);
        expect(judge(password, [password.toLowerCase()])).toBe("password_common");
        expect(judge(password.toUpperCase(), [password.toLowerCase()])).toBe("password_common");
      }),
    );
  });

  it("may be used when twelve letters of it are in nobody's words", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."bfgkpqvwxz"), minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(letters, (password) => {
        fc.pre(new Set(password).size >= 5);
        expect(judge(password)).toBeUndefined();
      }),
    );
  });
});
