/* What a browser may lack, and what stands in for it: the one place where scripts ask what works.
   Which browser has what since when stands in tests/scripts/abilities.json. */

const A_WHILE = 20_000;
export const A_MOMENT = 3_000;
const AGAIN = 5_000;

/* What a form sends when this button is tapped. Safari before 16.4 leaves the button out of FormData. */
export function fieldsOf(form, button) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return button?.name ? [...fields, [button.name, button.value]] : fields;
}

let tapped = null;

/* Notes which button was tapped last, for browsers that do not say so: Safari before 15.4. */
export function noteButtons() {
  document.addEventListener("click", ({ target }) => (tapped = target.closest("button")), { capture: true });
}

/* The button by which a form was sent. */
export function buttonOf({ submitter, target }) {
  return submitter ?? (tapped?.form === target ? tapped : null);
}

/* Sends a form as a tap on this button does; requestSubmit is younger than we need. */
export function submitAgain(form, button) {
  if (button) button.click();
  else form.submit();
}

/* { status, body }: status 0 without an answer in time, body null for anything but JSON of our own. */
export async function asked(url, { headers, patience = A_WHILE, ...options } = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  try {
    const answer = await fetch(url, { ...options, headers: { ...headers, Accept: "application/json" }, redirect: "error", cache: "no-store", signal: limit.signal });
    const isJson = /^application\/(problem\+)?json/.test(answer.headers.get("Content-Type") ?? "");
    return { status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}

/* Whether the diary answers. Only an answer tells: navigator.onLine is wrong in both directions.
   While somebody waits for it, a moment has to do; otherwise a slow network is one too. */
export async function isThere(root, patience = A_WHILE) {
  return (await asked(`${root}/days/token`, { patience })).body !== null;
}

/* Acts once the diary answers, however long that takes. */
export async function onceThere(root, act) {
  if (await isThere(root)) act();
  else setTimeout(onceThere, AGAIN, root, act);
}

/* A UUID; crypto.randomUUID is missing over plain http. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const last = new Map();

/* One after the other under a name: among all pages and the worker, or, without locks, on this page. */
export function inTurn(name, act) {
  if (navigator.locks) return navigator.locks.request(name, act);
  const turn = (last.get(name) ?? Promise.resolve()).then(act);
  last.set(name, turn.catch(() => {}));
  return turn;
}

/* A way to tell the other pages and the worker; without it they look when they are shown again. */
export function otherPages(name, hear) {
  if (!globalThis.BroadcastChannel) return null;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => hear(data);
  return channel;
}

let isSilent = false;

/* The database of this browser, or the error "KeepsNothing": some browsers have none, open none in
   private windows, or never answer. Storage that is full is another matter. */
export function openedDatabase(name, make) {
  return new Promise((resolve, reject) => {
    const refuse = (error) => {
      clearTimeout(timer);
      reject(isFull(error) ? error : Object.assign(new Error(String(error)), { name: "KeepsNothing" }));
    };
    const timer = setTimeout(() => refuse((isSilent = true)), isSilent ? 0 : A_MOMENT);
    try {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => make(asked.result);
      asked.onerror = () => refuse(asked.error);
      asked.onsuccess = () => {
        isSilent = false;
        clearTimeout(timer);
        resolve(asked.result);
      };
    } catch (error) {
      refuse(error);
    }
  });
}

function isFull(error) {
  return error?.name === "QuotaExceededError";
}

/* Why the diary cannot be opened here without a network, once a worker could not be had; null where it can. */
export function whyOnlyOnline(refused) {
  if (!refused && navigator.serviceWorker) return null;
  return globalThis.isSecureContext ? "this browser" : "http";
}

/* A word that this browser keeps, or none where it refuses to. */
export function noted(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/* Keeps a word in this browser, if that lets it. */
export function note(key, word) {
  try {
    localStorage.setItem(key, word);
  } catch {
    return;
  }
}
