/* What was tapped and is not in the queue yet: written at once, before anything that takes time, so
   that it outlives the page. Whichever page comes next moves it into the queue. Each tap has a key
   of its own, so that two pages at once lose none. */

import { asked } from "./abilities.js";

const TAP = "headache-diary tap ";
const LAST = "headache-diary last ";
const A_DAY = 86_400_000;

/* Where nothing can be stored, such as in some private windows, taps live as long as their page. */
const here = new Map();
let number = 0;

/* Writes a change; gives back the tap: { item, name, key }. */
export function write(change, { account, name, newId, now = Date.now() }) {
  const at = new Date(now).toISOString().replace("Z", "+00:00");
  const item = { format: 2, client_id: newId(), account, at, ...change };
  const key = `${TAP}${String(now).padStart(15, "0")} ${String(++number).padStart(6, "0")} ${item.client_id}`;
  keep(key, { item, name });
  keep(`${LAST}${account} ${item.date}`, { id: item.client_id, now });
  return { item, name, key };
}

/* The tap that was made last on a day, sent or not; nothing after a day. */
export function lastTap(account, date) {
  return read(`${LAST}${account} ${date}`)?.id;
}

/* All taps that wait, the oldest first. */
export function taps() {
  return keysOf(TAP).map((key) => ({ key, ...read(key) })).filter(({ item }) => item);
}

export function drop(gone) {
  for (const { key } of gone) remove(key);
}

/* Leaves nothing of this person. */
export function forget(account) {
  drop(taps().filter(({ item }) => item.account === account));
  for (const key of keysOf(`${LAST}${account} `)) remove(key);
}

/* What was made long ago is on no screen any more. */
export function tidy(now = Date.now()) {
  for (const key of keysOf(LAST)) if (!(read(key)?.now > now - A_DAY)) remove(key);
}

/* Whose page goes away: the worker takes them over, since what a page asks for dies with the page where
   a worker is in charge; where none is, the request outlives the page by itself. */
export function handOver(root, token, taps) {
  const worker = navigator.serviceWorker?.controller;
  if (worker) worker.postMessage({ taps });
  else sendAtOnce(root, token, taps);
}

/* Sends taps past the queue: { status, body }. */
export function sendAtOnce(root, token, taps) {
  return asked(`${root}/days/batch`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ items: taps.map(({ item }) => item) }),
    keepalive: true,
  });
}

function keysOf(beginning) {
  const stored = attempt(() => Object.keys(localStorage)) ?? [];
  const keys = new Set([...stored, ...here.keys()]);
  return [...keys].filter((key) => key.startsWith(beginning)).sort();
}

function read(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key))) ?? here.get(key) ?? null;
}

function keep(key, value) {
  here.set(key, value);
  attempt(() => localStorage.setItem(key, JSON.stringify(value)));
}

function remove(key) {
  here.delete(key);
  attempt(() => localStorage.removeItem(key));
}

function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
