import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from "@simplewebauthn/server/helpers";
import type { RelyingParty } from "../core/factors/relying-party";
import type { PasskeyAssertion, PasskeyRegistration } from "../core/factors/schemas";
import { DECOY } from "./passkeys-decoy";

/** Ed25519, ECDSA with P-256, RSA: COSE numbers, in the order in which we like them. */
const ALGORITHMS = [-8, -7, -257];
const TIMEOUT_MS = 5 * 60_000;

/** A key as it is kept. `counter` rises with each use, where the authenticator counts at all. */
export type PasskeyKey = { credentialId: string; publicKey: Uint8Array; counter: number };

/** An answer is good, or is refused for a reason that goes to the log and not to who sent it. */
export type Judged<T> = ({ ok: true } & T) | { ok: false; reason: string };

const bytes = (base64url: string): Uint8Array<ArrayBuffer> => new Uint8Array(isoBase64URL.toBuffer(base64url));

type Person = { id: string; email: string; name: string };

/** What the browser needs to make a passkey, as WebAuthn's JSON: discoverable, with a check of who holds the device. */
export const creationOptions = (
  site: RelyingParty,
  person: Person,
  challenge: string,
  known: { id: string; transports: string[] }[],
) =>
  generateRegistrationOptions({
    rpName: "HashInsight",
    rpID: site.id,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge: bytes(challenge),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });

/** What the browser needs to ask for a passkey of this site, whoever's. */
export const requestOptions = (site: RelyingParty, challenge: string) =>
  generateAuthenticationOptions({
    rpID: site.id,
    challenge: bytes(challenge),
    timeout: TIMEOUT_MS,
    userVerification: "required",
  });

/** The challenge that an answer says it answers; nothing when it isn't readable. */
export function challengeOf(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON);
    return typeof challenge === "string" ? challenge : undefined;
  } catch {
    return undefined;
  }
}

type Asked = { site: RelyingParty; challenge: string };

/** Checks a new passkey: challenge, exact origin, site, and that the person was verified. */
export async function judgeRegistration(
  response: PasskeyRegistration,
  { site, challenge }: Asked,
): Promise<Judged<{ key: PasskeyKey; transports: string[] }>> {
  return judged<{ key: PasskeyKey; transports: string[] }>(async () => {
    const { transports, ...signed } = response.response;
    refuseFrames(signed.clientDataJSON);
    refuseAttestation(signed.attestationObject);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, response: signed, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return { ok: false, reason: "the signature is wrong" };
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      ok: true,
      key: { credentialId: id, publicKey, counter },
      transports: transports ?? [],
    };
  });
}

/**
 * Checks an answer of a passkey: challenge, exact origin, site, that the person was verified, the signature, and that the
 * counter went on. An unknown passkey takes the same work.
 */
export async function judgeAssertion(
  response: PasskeyAssertion,
  { site, challenge, key }: Asked & { key: PasskeyKey | undefined },
): Promise<Judged<{ counter: number }>> {
  const { credentialId, publicKey, counter } = key ?? { ...DECOY, credentialId: response.id };
  return judged<{ counter: number }>(async () => {
    refuseFrames(response.response.clientDataJSON);
    const { userHandle, ...signed } = response.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...response,
        response: { ...signed, ...(userHandle ? { userHandle } : {}) },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    });
    if (!verified || !key) return { ok: false, reason: key ? "the signature is wrong" : "the passkey is unknown" };
    return { ok: true, counter: authenticationInfo.newCounter };
  });
}

/** The library says no by throwing. */
async function judged<T>(judge: () => Promise<Judged<T>>): Promise<Judged<T>> {
  try {
    return await judge();
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "unreadable" };
  }
}

/** We are never shown inside another site's page. */
function refuseFrames(clientDataJSON: string): void {
  if (decodeClientDataJSON(clientDataJSON).crossOrigin)
    throw new Error("the answer was given inside another site's page");
}

/**
 * No attestation is asked for, so none with certificates comes from a browser; for those the library would load lists of
 * revoked certificates from addresses that the sender names.
 */
function refuseAttestation(attestationObject: string): void {
  const attestation = decodeAttestationObject(bytes(attestationObject));
  const isSelf = attestation.get("fmt") === "packed" && attestation.get("attStmt").get("x5c") === undefined;
  if (attestation.get("fmt") !== "none" && !isSelf) throw new Error("an attestation was sent that nobody asked for");
}
