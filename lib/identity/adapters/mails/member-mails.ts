import { z } from "zod";
import { ROLES } from "../../policy";
import { defineMail, Link, Name, Time } from "./define-mail";

const AnyRole = z.enum(ROLES);

export const invitation = defineMail(
  z.strictObject({ company: Name, inviter: Name, role: AnyRole, until: Time, link: Link }),
  ({ company, inviter, role, until, link }, { t, button, time }) => ({
    subject: t("invitation.subject", { inviter, company }),
    heading: t("invitation.heading", { company }),
    paragraphs: [t("invitation.text", { inviter, company, role: t(`roles.${role}`) })],
    button: button(t("invitation.button"), link),
    smallPrint: [t("invitation.until", { until: time(until) }), t("invitation.note", { inviter, company })],
    footer: t("why.invited", { inviter }),
  }),
);

/** `until` null: access has no end (any more). `by`: who changed it, left out where nobody in particular did. */
export const accessChanged = defineMail(
  z.strictObject({
    company: Name,
    by: Name.optional(),
    change: z.discriminatedUnion("what", [
      z.strictObject({ what: z.literal("role"), role: AnyRole }),
      z.strictObject({ what: z.literal("expiry"), until: Time.nullable() }),
      z.strictObject({ what: z.literal("revoked") }),
      z.strictObject({ what: z.literal("restored"), role: AnyRole, until: Time.nullable() }),
    ]),
  }),
  ({ company, by, change }, { t, time }) => {
    const said = () => {
      if (change.what === "role") return ["role", { company, role: t(`roles.${change.role}`) }] as const;
      if (change.what === "restored") return ["restored", { company, role: t(`roles.${change.role}`) }] as const;
      if (change.what === "revoked") return ["revoked", { company }] as const;
      if (change.until === null) return ["unlimited", { company }] as const;
      return ["until", { company, until: time(change.until) }] as const;
    };
    const [kind, values] = said();
    return {
      subject: t(`accessChanged.${kind}.subject`, { company }),
      paragraphs: [
        t(`accessChanged.${kind}.text`, values),
        ...(change.what === "restored" && change.until !== null
          ? [t("accessChanged.until.text", { company, until: time(change.until) })]
          : []),
        ...(by === undefined ? [] : [t("accessChanged.by", { by })]),
        t("accessChanged.ask", { company }),
      ],
      footer: t(kind === "revoked" ? "why.formerMember" : "why.member", { company }),
    };
  },
);
