/* Sends what waits on this phone. The decisions are those of batch.js. */

import { asked } from "./abilities.js";
import { MOST_AT_ONCE, again, meaning, sendable, settled } from "./batch.js";
import { alone, change, kept, tell } from "./phone.js";

const MOST_STUCK = 10;
const TOO_LARGE = "This entry is too large to send.";

/* Sends all that may be sent: { state, account, took }. `root` is where the app lies. Two tabs and the
   worker take turns; whoever comes second finds nothing left and `took` nothing. All hear what was taken. */
export function send(root) {
  return alone("sending", () => sendAll(root));
}

async function sendAll(root) {
  const told = { state: "later", account: null, took: false };
  const token = await asked(`${root}/days/token`);
  if (!token.body?.csrf_token) return { ...told, state: token.status === 401 ? "signed out" : "later" };
  told.account = token.body.account;
  const stuck = new Set();
  let most = MOST_AT_ONCE;
  for (;;) {
    const batch = await tried(told.account, most, stuck);
    if (!batch.length) return { ...told, state: stuck.size ? "stuck" : "sent" };
    const { status, body } = await post(`${root}/days/batch`, token.body.csrf_token, batch);
    const means = meaning(status, body);
    if (means === "too much") {
      if (batch.length === 1) await change({ put: [{ ...batch[0], refused: TOO_LARGE }] });
      most = Math.max(1, Math.floor(batch.length / 2));
    } else if (means === "trouble") {
      if (batch.length === 1) stuck.add(batch[0].place);
      if (stuck.size === MOST_STUCK) return told;
      most = 1;
    } else if (means === "answered") {
      if (!(await settle(batch, body.answers))) return told;
      told.took = true;
    } else {
      return { ...told, state: means === "signed out" ? means : "later" };
    }
  }
}

/* Whether any was answered. What was set aside for its day may be taken now. */
async function settle(batch, answers) {
  const { done, aside, taken, choose, revisions } = settled(batch, answers);
  if (!done.length && !aside.length) return false;
  await alone("queue", async () => change({ put: [...aside, ...again(await kept(), taken)], drop: done }));
  tell({ sent: done.length > 0, choose, revisions, answers: answers.map(inShort) });
  return true;
}

function inShort({ day, ...answer }) {
  return answer;
}

/* Marks what is about to be sent: from here on it is never changed, only sent again. A phone that is
   too full to mark it has no room either for what could take its place. */
function tried(account, most, stuck) {
  return alone("queue", async () => {
    const batch = sendable(await kept(), account, most, stuck).map((one) => ({ ...one, tried: true }));
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
