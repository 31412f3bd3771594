import { connect } from "node:net";

/** A request for the cluster's metadata: its length, key 3, version 1, number 1 of a client without a name, no topic. */
const REQUEST = Buffer.from("0000000e" + "0003" + "0001" + "00000001" + "ffff" + "00000000", "hex");
/** Where the answer counts the brokers: behind its length and the request's number. */
const BROKERS = 8;

/** Whether a broker at `port` of this machine takes part in its cluster: it answers, and knows of a broker at work. */
export function answersMetadata(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(REQUEST));
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once("error", () => end(false));
    socket.once("close", () => end(false));
    socket.once("data", (data) => end(data.length >= BROKERS + 4 && data.readInt32BE(BROKERS) > 0));
  });
}
