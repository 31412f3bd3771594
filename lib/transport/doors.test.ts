import { expect, it } from "vitest";
import { methodsAt, noteDoor } from "./doors";

noteDoor({ method: "GET", path: "/api/things" });
noteDoor({ method: "POST", path: "/api/things" });
noteDoor({ method: "PATCH", path: "/api/things/{id}" });
noteDoor({ method: "PATCH", path: "/api/things/{id}" });
noteDoor({ method: "POST", path: "/api/things/{id}/retire" });
noteDoor({ method: "GET", path: "/api/file.json" });

it.each([
  ["/api/things", ["GET", "HEAD", "OPTIONS", "POST"]],
  ["/api/things/", ["GET", "HEAD", "OPTIONS", "POST"]],
  ["/api/things/7", ["OPTIONS", "PATCH"]],
  ["/api/things/7/retire", ["OPTIONS", "POST"]],
  ["/api/things/7/8", []],
  ["/api/file-json", []],
  ["/en/calculator", []],
])("%s takes %j", (path, methods) => {
  expect(methodsAt(path)).toEqual(methods);
});
