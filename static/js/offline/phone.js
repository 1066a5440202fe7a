/* What is kept on this phone: changes on their way, and who signed in here last. */

import { changesIn, dateIn, joined, stamp } from "./queue.js";

const NAME = "headache-diary";
const listeners = new Set();
const others = new BroadcastChannel(NAME);
others.onmessage = ({ data }) => listeners.forEach((listen) => listen(data));

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("queue", { keyPath: "place", autoIncrement: true });
      asked.result.createObjectStore("owner");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/* Runs `act` on a store in one transaction; what it asked for, once that is on the disk. */
async function within(store, mode, act) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/* One at a time among all tabs and the worker. */
export function alone(name, act) {
  return navigator.locks ? navigator.locks.request(`${NAME} ${name}`, act) : act();
}

export function kept() {
  return within("queue", "readonly", (store) => store.getAll());
}

export async function change({ add = [], put = [], drop = [] }) {
  await within("queue", "readwrite", (store) => {
    for (const one of [...add, ...put]) store.put(one);
    for (const place of drop) store.delete(place);
  });
  tell({});
}

/* Hears of every change, in whatever tab or by the worker: {}, or what sending brought. */
export function whenChanged(listen) {
  listeners.add(listen);
}

export function tell(news) {
  others.postMessage(news);
  listeners.forEach((listen) => listen(news));
}

export function owner() {
  return within("owner", "readonly", (store) => store.get("owner"));
}

export function remember(person) {
  return within("owner", "readwrite", (store) => store.put(person, "owner"));
}

/* Leaves nothing of this person on the phone; what somebody else has not sent yet stays. */
export async function forget(account) {
  const mine = (await kept()).filter(({ item }) => item.account === account);
  await change({ drop: mine.map(({ place }) => place) });
  await within("owner", "readwrite", (store) => store.clear());
}

/* Keeps what a form would change until it can be sent: { told, changes, undo }, where `told` is kept,
   no form of a day, or nobody known. Throws where the phone cannot keep anything. */
export async function keep(path, fields) {
  const person = await owner();
  const [now, zone] = [Date.now(), person?.zone];
  const changes = changesIn(path, fields, { today: dateIn(zone, now), zone });
  if (!changes.length) return { told: "no form of a day" };
  if (!person?.account) return { told: "nobody known" };
  const made = { ...person, at: stamp(now), newId: () => crypto.randomUUID() };
  const { add, drop } = await alone("queue", async () => {
    const more = joined(await kept(), changes, made);
    await change(more);
    return more;
  });
  return { told: "kept", changes, undo: drop.length ? [] : add.map(({ item }) => item.client_id) };
}

/* Takes changes back that nobody tried to send yet; whether there were any. */
export function takeBack(ids) {
  return alone("queue", async () => {
    const unsent = (await kept()).filter(({ item, tried }) => !tried && ids.includes(item.client_id));
    await change({ drop: unsent.map(({ place }) => place) });
    return unsent.length > 0;
  });
}
