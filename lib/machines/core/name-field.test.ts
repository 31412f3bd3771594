import { describe, expect, it } from "vitest";
import catalogueEn from "@/messages/en/catalogue.json" with { type: "json" };
import identityEn from "@/messages/en/identity.json" with { type: "json" };
import { NAME_RULE, nameField } from "./name-field";

const judge = (name: string) => nameField(60).safeParse(name);

describe("a name", () => {
  it.each([
    "Halle «A»",
    "Block A–B",
    "50%",
    "Rack #7, row 2: “left” & right",
    "3号机房（东）",
    "Ångström_1 + 2 = 3?",
    "R2·D2 [b]",
  ])("may be %s", (name) => expect(judge(name).success).toBe(true));

  it.each(["Halle <b>1</b>", "Halle ＜b＞", "=1+1", "-Halle", "@SUM(1)", "«A»", "a bell\u0007"])(
    "can't be %j",
    (name) => {
      expect(judge(name).error?.issues).toMatchObject([{ message: NAME_RULE, params: { code: "name_format" } }]);
    },
  );

  it("has one rule, which the API and the pages say in the same words", () => {
    expect(nameField(60, "Where they stand").meta()?.description).toBe(`Where they stand. ${NAME_RULE}`);
    expect([catalogueEn.errors.name_format, identityEn.errors.name_format]).toEqual([NAME_RULE, NAME_RULE]);
  });
});
