/* Sends what waits on this phone. The decisions are those of queue.js. */

import { alone, change, kept, tell } from "./phone.js";
import { MOST_AT_ONCE, meaning, sendable, settled } from "./queue.js";

const TOO_LARGE = "This entry is too large to send.";
const A_WHILE = 20_000;

/* Sends all that may be sent: { state, account }. `root` is where the app lies. Two tabs and the
   worker take turns; whoever comes second finds nothing left. All hear what was taken. */
export function send(root) {
  return alone("sending", () => sendAll(root));
}

async function sendAll(root) {
  const told = { state: "later", account: null };
  const token = await asked(`${root}/days/token`, {});
  if (!token.body?.csrf_token) return { ...told, state: token.status === 401 ? "signed out" : "later" };
  told.account = token.body.account;
  let most = MOST_AT_ONCE;
  for (;;) {
    const batch = await tried(told.account, most);
    if (!batch.length) return { ...told, state: "sent" };
    const { status, body } = await post(`${root}/days/batch`, token.body.csrf_token, batch);
    const means = meaning(status, body);
    if (means === "too much") {
      if (batch.length === 1) await change({ put: [{ ...batch[0], refused: TOO_LARGE }] });
      most = Math.max(1, Math.floor(batch.length / 2));
    } else if (means === "answered") {
      const { done, aside, choose, revisions } = settled(batch, body.answers);
      if (!done.length && !aside.length) return told;
      await change({ put: aside, drop: done });
      if (done.length) tell({ sent: true, choose, revisions });
    } else {
      return { ...told, state: means === "signed out" ? means : "later" };
    }
  }
}

/* Marks what is about to be sent: from here on it is never changed, only sent again. A phone that is
   too full to mark it has no room either for what could take its place. */
function tried(account, most) {
  return alone("queue", async () => {
    const batch = sendable(await kept(), account, most).map((one) => ({ ...one, tried: true }));
    if (batch.length) await change({ put: batch }).catch(() => {});
    return batch;
  });
}

function post(url, token, batch) {
  return asked(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ items: batch.map(({ item }) => item) }),
  });
}

/* { status, body }: status 0 without an answer, body null for anything but JSON of our own. */
async function asked(url, { headers, ...options }) {
  try {
    const signal = AbortSignal.timeout(A_WHILE);
    const answer = await fetch(url, { ...options, headers: { ...headers, Accept: "application/json" }, redirect: "error", cache: "no-store", signal });
    const isJson = /^application\/(problem\+)?json/.test(answer.headers.get("Content-Type") ?? "");
    return { status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}
