import { afterAll, expect, it } from "vitest";
import { disconnectDatabase, pool } from "./db";

afterAll(disconnectDatabase);

it("a connection that breaks as it is handed out doesn't end the process", async () => {
  const connection = await pool().connect();
  try {
    // As pg says it when the end came in one packet with the connection's first sign of life.
    expect(() => connection.emit("error", new Error("terminating connection"))).not.toThrow();
  } finally {
    connection.release(true);
  }
});
