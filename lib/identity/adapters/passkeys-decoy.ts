import { cose, isoBase64URL, isoCBOR } from "@simplewebauthn/server/helpers";

const coordinate = (base64url: string) => new Uint8Array(isoBase64URL.toBuffer(base64url));

/** A key on P-256 that nobody has the other half of: an answer for an unknown passkey is checked against it, for the same work. */
export const DECOY = {
  publicKey: new Uint8Array(
    isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
        [cose.COSEKEYS.alg, cose.COSEALG.ES256],
        [cose.COSEKEYS.crv, cose.COSECRV.P256],
        [cose.COSEKEYS.x, coordinate("3e-NTqJXc87-YyHxLKjvELYFLzxghRx4syjECJ8Wfl4")],
        [cose.COSEKEYS.y, coordinate("wcKkEf04Cu8AadQTqjmpO4sqivGTRCE5TJZJZBvcN1Q")],
      ]),
    ),
  ),
  counter: 0,
};
