import { type ActingRole, needsSecondFactor } from "../policy";

type Reader = { role: string | null; has_second_factor: boolean; must_enrol: boolean };

/**
 * Whether a page should say that a second factor is needed. Whoever is let in without one, as the demo's people are, isn't
 * reminded of a rule that doesn't hold for them.
 *
 * @example isFactorDemanded({ role: "owner", has_second_factor: false, must_enrol: false }) // false: a demo's owner
 */
export const isFactorDemanded = ({ role, has_second_factor, must_enrol }: Reader): boolean =>
  must_enrol || (has_second_factor && needsSecondFactor(role as ActingRole | null));
