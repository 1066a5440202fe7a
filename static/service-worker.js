/* Keeps a fixed list of the app's own files and the offline page, and never a page of a diary.
   A new version waits until every page of the old one is closed, so that no page ever meets
   scripts of another version; what waits to be sent lies in the database and outlives both. */

import { keep } from "./js/offline/phone.js";
import { changesIn } from "./js/offline/queue.js";
import { send } from "./js/offline/send.js";
import { take } from "./js/offline/take.js";

const OURS = "headache-diary ";

export function start({ version, root, page, files }) {
  const name = OURS + version;
  addEventListener("install", (event) => event.waitUntil(fill(name, version, page, files)));
  addEventListener("activate", (event) => event.waitUntil(tidy(name)));
  addEventListener("sync", (event) => event.waitUntil(sendOrFail(root)));
  addEventListener("message", (event) => event.data?.taps && event.waitUntil(takeOver(event.data.taps, root)));
  addEventListener("fetch", (event) => {
    const answer = answerTo(event.request, { name, page, files });
    if (answer) event.respondWith(answer);
  });
}

async function fill(name, version, page, files) {
  const offline = await fetch(page, { credentials: "omit", cache: "no-store" });
  // Not ours, or of another version that is being put in place right now: try again later.
  if (!offline.headers.get("ETag")?.includes(version)) throw new Error("another version");
  const cache = await caches.open(name);
  await cache.addAll(files);
  await cache.put(page, offline);
}

async function tidy(name) {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(OURS) && one !== name).map((one) => caches.delete(one)));
  await clients.claim();
}

async function sendOrFail(root) {
  const { state } = await send(root);
  if (state === "later") throw new Error("not sent yet");
}

/* The page of these taps went away before they were sent. */
async function takeOver(taps, root) {
  await take(taps);
  await sendOrFail(root).catch(() => registration.sync?.register("send"));
}

/* A promise of an answer; nothing where the browser should ask the network by itself. */
function answerTo(request, { name, page, files }) {
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return null;
  if (request.method === "GET" && files.includes(pathname + search)) return fromCache(name, request, request.url);
  if (request.mode !== "navigate") return null;
  if (request.method === "GET") return fetch(request).catch(() => fromCache(name, request, page));
  const mayWait = request.method === "POST" && isForADay(pathname);
  return mayWait ? sentOrKept(request, pathname, page) : null;
}

async function fromCache(name, request, address) {
  const cache = await caches.open(name);
  return (await cache.match(address)) ?? fetch(request);
}

function isForADay(path) {
  return changesIn(path, [["day", "2000-01-01"]], {}).length > 0;
}

async function sentOrKept(request, path, page) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    const fields = [...(await copy.formData())].filter(([, value]) => typeof value === "string");
    const { told } = await keep(path, fields);
    return told === "kept" ? Response.redirect(page, 303) : Response.error();
  }
}
