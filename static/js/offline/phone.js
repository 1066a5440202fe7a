/* What is kept on this phone: changes on their way, who signed in here last, and whether they still are.
   The last is a cookie, which scripts can take away without a network: the diary opens nothing without
   it (diary/accounts/here.py). */

import { inTurn, onceThere, openedDatabase, otherPages, randomId } from "./abilities.js";
import { changesIn, dateIn, isWhole, joined, stamp } from "./queue.js";

const NAME = "headache-diary";
const listeners = new Set();
const others = otherPages(NAME, (news) => listeners.forEach((listen) => listen(news)));

function make(database) {
  database.createObjectStore("queue", { keyPath: "place", autoIncrement: true });
  database.createObjectStore("owner");
}

/* Runs `act` on a store in one transaction; what it asked for, once that is on the disk. */
async function within(store, mode, act) {
  const database = await openedDatabase(NAME, make);
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
  return inTurn(`${NAME} ${name}`, act);
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
  others?.postMessage(news);
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
  if ((await owner())?.account === account) await within("owner", "readwrite", (store) => store.clear());
}

/* Keeps what a form would change until it can be sent: { told, changes, undo }, where `told` is kept,
   no form of a day, unanswered, or nobody known. Whose it is says the page, or whoever was signed in last.
   Throws where the phone cannot keep anything. */
export async function keep(path, fields, { signedIn = null, touched } = {}) {
  const person = signedIn ?? (await owner());
  const [now, zone] = [Date.now(), person?.zone];
  const changes = changesIn(path, fields, { today: dateIn(zone, now), zone, touched });
  if (!changes.length && touched) return { told: "nothing touched" };
  if (!changes.length) return { told: "no form of a day" };
  if (!changes.every(isWhole)) return { told: "unanswered" };
  if (!person?.account) return { told: "nobody known" };
  const made = { ...person, at: stamp(now), newId: () => randomId() };
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

/* Whether the person of a page is still signed in; `mark` is the cookie, name=value. */
export function isHere(mark) {
  return document.cookie.split("; ").includes(mark);
}

/* Takes the mark away; whether that worked. */
export function leaveHere(mark) {
  const [name] = mark.split("=");
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=; Max-Age=0; Path=/; SameSite=Lax${secure}`;
  return !isHere(mark);
}

/* Takes the page off the screen, and goes to the sign-in page as soon as the diary answers. */
export function showSignedOut(root) {
  const page = document.createElement("main");
  page.className = "page__main stack stack--loose";
  const link = Object.assign(document.createElement("a"), { className: "button button--wide", href: `${root}/sign-in` });
  page.append(words("h1", "You are signed out on this phone"), words("p", "Nothing of the diary is left on it."), link);
  link.textContent = "Sign in";
  document.title = "Signed out · Headache Diary";
  document.body.replaceChildren(page);
  onceThere(root, () => location.replace(link.href));
}

function words(name, textContent) {
  return Object.assign(document.createElement(name), { textContent });
}
