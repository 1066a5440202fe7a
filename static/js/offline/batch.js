/* Decides what is sent of what waits on this phone, what an answer means, and how taps come to wait.
   No DOM, no network, no database here; the shapes are those of queue.js. */

import { FORMAT, lastOf } from "./queue.js";

export const MOST_AT_ONCE = 50;

/* What a change stands on that was made on top of one which was set aside. */
export function through(after, kept) {
  const aside = kept.find(({ item, refused }) => refused && item.client_id === after);
  return aside ? through(aside.item.after, kept) : after;
}

/* What this account may send now, the oldest first, without those at `places`. Of a newer app's
   changes nothing is touched. */
export function sendable(kept, account, most = MOST_AT_ONCE, places = new Set()) {
  const mine = kept.filter(({ item, place, refused }) => !refused && item.account === account && !places.has(place));
  const ours = mine.filter(({ item }) => item.format <= FORMAT).slice(0, most);
  return ours.map((one) => (one.tried || !one.item.after ? one : { ...one, item: { ...one.item, after: through(one.item.after, kept) } }));
}

/* What was set aside and may be taken now that something else of its day was. */
export function again(kept, taken) {
  const isOfThose = ({ item }) => taken.some(({ item: other }) => other.account === item.account && other.date === item.date);
  const aside = kept.filter(({ item, refused }) => refused && item.kind === "answers");
  return aside.filter(isOfThose).map((one) => ({ ...one, refused: null }));
}

/* What the answer to a batch means: answered, signed out, old token, too much, trouble with something
   in it, or later. */
export function meaning(status, body) {
  if (status === 200 && Array.isArray(body?.answers)) return "answered";
  const means = { 400: "old token", 401: "signed out", 403: "signed out", 413: "too much", 422: "trouble", 500: "trouble" };
  return means[status] ?? "later";
}

/* What becomes of what was sent: places that leave the queue, kept changes set aside with the
   reason, days to choose a version of, and the new revision of each day. */
export function settled(sent, answers) {
  const answer = new Map(answers.map((one) => [one.client_id, one]));
  const told = sent.map((one) => [one, answer.get(one.item.client_id)]).filter(([, one]) => one);
  const taken = told.filter(([, { status }]) => status !== "refused");
  return {
    done: taken.map(([{ place }]) => place),
    aside: told.filter(([, { status }]) => status === "refused").map(([one, { message }]) => ({ ...one, refused: message })),
    taken: taken.map(([one]) => one),
    choose: taken.filter(([, { page }]) => page).map(([{ item }, { page }]) => ({ date: item.date, page })),
    revisions: taken.filter(([, { page }]) => !page).map(([{ item }, { revision }]) => [item.date, revision]),
  };
}

/* What to add to what is kept, and what becomes of answers that were set aside and are given anew. */
export function moved(kept, taps) {
  const known = new Set(kept.map(({ item }) => item.client_id));
  const fresh = taps.filter(({ item }) => !known.has(item.client_id));
  const add = [];
  for (const { item: tapped, name } of fresh) {
    const { after, ...item } = tapped;
    const before = lastOf([...kept, ...add], item.account, item.date)?.item.client_id ?? through(after, kept);
    add.push({ item: before ? { ...item, after: before } : item, name, tried: false, refused: null });
  }
  return { add, ...withoutThose(kept, fresh) };
}

function withoutThose(kept, fresh) {
  const [put, drop] = [[], []];
  for (const one of kept.filter(({ item, refused }) => refused && item.kind === "answers")) {
    const later = fresh.filter(({ item }) => item.account === one.item.account && item.date === one.item.date);
    const anew = new Set(later.flatMap(({ item }) => Object.keys(item.answers ?? {})));
    const answers = Object.entries(one.item.answers);
    const left = answers.filter(([name]) => !anew.has(name));
    if (!left.length) drop.push(one.place);
    else if (left.length < answers.length) put.push({ ...one, item: { ...one.item, answers: Object.fromEntries(left) } });
  }
  return { put, drop };
}
