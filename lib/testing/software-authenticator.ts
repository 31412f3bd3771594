import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What the browser and the device would have made of the options: everything that a test may bend. */
export type Bent = {
  origin?: string;
  rpId?: string;
  userVerified?: boolean;
  /** Of the use; 0 for a device that doesn't count. */
  counter?: number;
  challenge?: string;
  type?: "webauthn.create" | "webauthn.get";
  crossOrigin?: boolean;
  userHandle?: string | null;
  signedBy?: KeyObject;
  /** Flips the last byte of the signature. */
  spoilt?: boolean;
  /** In the place of "none": made of what an attestation of the kind "fido-u2f" signs. */
  attestation?: (signed: Buffer) => { fmt: string; attStmt: Map<string, Uint8Array | Uint8Array[]> };
};

type Options = { options: Record<string, unknown> };

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** A passkey in software (WebAuthn level 3, ES256, attestation "none"), at a site as its visitor sees it. */
export function softwareAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;
  let handle: string | null = null;

  const clientData = (type: Bent["type"], { options }: Options, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? options.challenge,
        origin: bent.origin ?? origin,
        crossOrigin: bent.crossOrigin ?? false,
      }),
    );

  function authenticatorData(bent: Bent, credential?: Buffer) {
    const flags = USER_PRESENT | (bent.userVerified === false ? 0 : USER_VERIFIED) | (credential ? HAS_CREDENTIAL : 0);
    const count = Buffer.alloc(4);
    counter = bent.counter ?? counter + 1;
    count.writeUInt32BE(counter);
    const rpIdHash = sha256(bent.rpId ?? new URL(origin).hostname);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, credential ?? Buffer.alloc(0)]);
  }

  function credential(): Buffer {
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
  }

  return {
    id: base64url(id),
    /** `navigator.credentials.create`, as JSON. */
    create(asked: Options, bent: Bent = {}) {
      handle = (asked.options.user as { id: string }).id;
      const client = clientData("webauthn.create", asked, bent);
      const data = authenticatorData(bent, credential());
      const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
      const signed = Buffer.concat([Buffer.from([0]), data.subarray(0, 32), sha256(client), id, point]);
      const { fmt, attStmt } = bent.attestation?.(signed) ?? { fmt: "none", attStmt: new Map() };
      const attestation = new Map<string, unknown>([
        ["fmt", fmt],
        ["attStmt", attStmt],
        ["authData", new Uint8Array(data)],
      ]);
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key" as const,
        response: {
          clientDataJSON: base64url(client),
          attestationObject: base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
          transports: ["internal"],
        },
      };
    },
    /** `navigator.credentials.get`, as JSON. */
    get(asked: Options, bent: Bent = {}) {
      const client = clientData("webauthn.get", asked, bent);
      const data = authenticatorData(bent);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), bent.signedBy ?? privateKey);
      if (bent.spoilt) signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key" as const,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: bent.userHandle === undefined ? handle : bent.userHandle,
        },
      };
    },
    /** The private key, for who would copy the device. */
    copy: () => createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }) as string),
  };
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;
