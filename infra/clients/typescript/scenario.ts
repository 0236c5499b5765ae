// One way through the API with the generated types: upload, wait, related, Flashlight, save. Prints the id of the pin.
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

const [base, picture, patience] = process.argv.slice(2);
if (!base || !picture || !patience) {
  throw new Error("expected: scenario.js BASE_URL PNG_FILE SECONDS");
}
const api = createClient<paths>({ baseUrl: base, headers: { "X-Api-Key": process.env["SIGHTLINE_API_KEY"] ?? "" } });

/** The body of an answer; an error is a problem of the document. */
function found<T>(answer: { data?: T; error?: components["schemas"]["Problem"] }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.error?.code}: ${answer.error?.detail}`);
  }
  return answer.data;
}

async function upload(): Promise<string> {
  const bytes = await readFile(picture!);
  const body = { fileName: "scenario.png", contentType: "image/png", bytes: bytes.length };
  const grant = found(await api.POST("/v1/uploads", { body }));
  const put = await fetch(grant.url, { method: grant.method, headers: grant.headers, body: new Uint8Array(bytes) });
  if (!put.ok) {
    throw new Error(`upload answered ${put.status}`);
  }
  return grant.imageId;
}

/** Right after the upload nothing is known of it: 404. */
async function indexed(id: string): Promise<string> {
  const deadline = Date.now() + Number(patience) * 1000;
  while (Date.now() < deadline) {
    const { data } = await api.GET("/v1/images/{id}", { params: { path: { id } } });
    if (data?.image) {
      return data.image.imageId;
    }
    await setTimeout(200);
  }
  throw new Error(`${id} was not indexed within ${patience} s`);
}

const image = await indexed(await upload());
const related = found(await api.GET("/v1/images/{id}/related", { params: { path: { id: image }, query: { limit: 3 } } }));
const box = { x: 0.1, y: 0.1, w: 0.8, h: 0.8 };
const part = found(await api.POST("/v1/flashlight", { body: { imageId: image, box, limit: 3 } }));
if (related.query.kind !== "related" || part.query.kind !== "flashlight" || part.groups.length === 0) {
  throw new Error(`unexpected answers: ${JSON.stringify([related.query, part.query])}`);
}
const board = found(await api.POST("/v1/boards", { body: { name: "TypeScript client" } }));
const pin = found(await api.POST("/v1/pins", { body: { imageId: image, boardId: board.id, title: "Found" } }));
await api.DELETE("/v1/boards/{id}", { params: { path: { id: board.id } } });
console.log(pin.id);
