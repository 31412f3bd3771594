import { connect, type Socket } from "node:net";
import type { KafkaConfig } from "kafkajs";

/** The network of one process to the brokers, which a test cuts: to the brokers it is as if the process were dead. */
export function cutOff() {
  const sockets = new Set<Socket>();
  let isCut = false;
  const settings: Partial<KafkaConfig> = {
    socketFactory({ host, port, onConnect }) {
      const socket = connect({ host, port }, onConnect);
      socket.once("close", () => sockets.delete(socket));
      sockets.add(socket);
      if (isCut) socket.destroy(new Error("The network is cut."));
      return socket;
    },
  };
  return {
    settings,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy(new Error("The network is cut."));
    },
    mend() {
      isCut = false;
    },
  };
}
