/* The count of what is not sent yet, on every page; takes over forms of the diary without a network. */

import { A_MOMENT, buttonOf, fieldsOf, isThere, noteButtons, submitAgain, whyOnlyOnline } from "./abilities.js";
import { isHere, keep, kept, owner, remember, showSignedOut, takeBack, whenChanged } from "./phone.js";
import { changesIn, counted, lines, longDate, whyNotKept, wordsFor } from "./queue.js";

const A_MINUTE = 60_000;
const SENT = "sent";
const GONE = "Nothing waits on this phone any more.";
const TAP = "headache-diary tap ";
const KEEPS_ITSELF = "days/keep";
const SIGN_OUT = /\/sign-out$/;
const SIGN_OUT_FORM = "form[action$='/sign-out']";

export async function start(element) {
  const bar = new Bar(element);
  noteButtons();
  document.addEventListener("submit", (event) => bar.take(event), { capture: true });
  document.addEventListener("tapped", ({ detail }) => bar.forward(detail));
  document.addEventListener("visibilitychange", () => !document.hidden && bar.comeBack());
  addEventListener("pageshow", ({ persisted }) => persisted && bar.comeBack());
  addEventListener("online", () => bar.send());
  addEventListener("offline", () => bar.send());
  element.querySelector("[data-send]").addEventListener("click", () => bar.send());
  element.querySelector("[data-undo]").addEventListener("click", () => bar.takeBack());
  whenChanged((news) => bar.hear(news));
  if (document.querySelector(SIGN_OUT_FORM)) import("./leaving.js"); // Without a network it could not be had.
  await bar.meet();
  bar.send();
  isRefused(element.dataset).then((refused) => bar.learnLimits(refused));
}

class Bar {
  constructor(element) {
    Object.assign(this, { element, all: [], waiting: 0, state: unheard(), said: "", choose: [], hears: false, undo: [], asking: [], quiet: 0, shown: Promise.resolve() });
    Object.assign(this, element.dataset);
  }

  /* Who is signed in on the page, if anybody is. */
  person() {
    const { account, name, zone } = this.element.dataset;
    return account ? { account, name, zone } : null;
  }

  /* Who writes on this phone: whoever is signed in on the page, or was last. */
  async meet() {
    if (this.person()) await remember(this.person()).catch(() => {});
    else this.account = (await owner().catch(() => null))?.account;
    if (history.state === SENT) {
      this.said = "Sent.";
      history.replaceState(null, "");
    }
    await this.show();
  }

  /* Shown again, after who knows how long: the person of this page may have left the phone. */
  comeBack() {
    const { here } = this.element.dataset;
    return here && !isHere(here) ? showSignedOut(this.root) : this.send();
  }

  learnLimits(refused) {
    this.onlyOnline = whyOnlyOnline(refused);
    return this.show();
  }

  hear(news) {
    if (news.left) return this.comeBack();
    return news.sent ? this.learn(news) : this.show();
  }

  /* One after the other, so that what is read last is what stays on the screen. */
  show() {
    return (this.shown = this.shown.then(() => this.draw()));
  }

  async draw() {
    this.all = await kept().catch(() => []);
    const counts = counted(this.all, this.account);
    this.waiting = counts.waiting;
    const told = [this.said, ...(this.quiet ? [] : lines(counts, this.state, this.onlyOnline))].filter(Boolean).map((line) => paragraph(line));
    told.push(...this.choose.map(({ date, page }) => linked(`${longDate(date)} was changed elsewhere too. `, "Choose a version", page)));
    const words = this.element.querySelector("[role=status]");
    if (words.textContent !== told.map((line) => line.textContent).join("")) words.replaceChildren(...told);
    this.element.querySelector(".row").hidden = this.quiet > 0 || !this.all.length;
    this.element.querySelector("[data-send]").hidden = !this.waiting;
    this.element.querySelector("[data-undo]").hidden = !this.undo.length;
  }

  say(words, undo = []) {
    Object.assign(this, { said: words, undo });
    return this.show();
  }

  async takeBack() {
    await this.say((await takeBack(this.undo)) ? "Undone." : "Not undone: it is being sent.");
  }

  /* Instead of a form that cannot be sent now, or would overtake what waits: it waits as well. */
  take(event) {
    const { target: form } = event;
    const submitter = buttonOf(event);
    if (form.method !== "post" || this.passing || form.dataset.module === KEEPS_ITSELF) return;
    const path = new URL(form.action).pathname;
    const act = this.actFor(path, changesIn(path, fieldsOf(form, submitter), {}).length > 0);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act.call(this, form, submitter);
  }

  /* Where a worker is in charge it keeps a form of a day that nobody answers. */
  actFor(path, isForADay) {
    if (SIGN_OUT.test(path)) return this.leave;
    if ("always" in this.element.dataset || ((this.waiting || this.quiet) && isForADay)) return this.hold;
    const isSafe = navigator.onLine && (!isForADay || navigator.serviceWorker?.controller);
    return isSafe ? null : this.ask;
  }

  /* Sends a form if the diary answers. A second tap meanwhile is kept along with the first. */
  async ask(form, submitter) {
    if (this.asking.push([form, submitter]) > 1) return;
    const answers = await isThere(this.root, A_MOMENT);
    const taps = this.asking.splice(0);
    if (answers && taps.length === 1) return this.pass(form, submitter);
    for (const tap of taps) await this.hold(...tap);
  }

  pass(form, submitter) {
    this.passing = true;
    submitAgain(form, submitter);
    this.passing = false;
  }

  async hold(form, submitter) {
    if (tapsWait()) await this.move();
    const touched = await touchedIn(form);
    const kept = keep(new URL(form.action).pathname, fieldsOf(form, submitter), { signedIn: this.person(), touched });
    const [outcome, told] = await kept.then((one) => [one, wordsFor(one)], (error) => [null, whyNotKept(error)]);
    const output = form.querySelector("output");
    if (output) output.value = told;
    await this.say(told, outcome?.undo);
    if (!outcome?.changes) return;
    if (outcome.changes[0].kind !== "form") form.reset();
    form.closest(".notice")?.remove();
    navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("send")).catch(() => {});
    await this.send();
  }

  /* Sends what was tapped on this page, without a word unless it has to wait. */
  async forward(hear) {
    this.quiet += 1;
    await this.send();
    this.quiet -= 1;
    const last = this.all.filter(({ item, refused }) => !refused && item.account === this.account).pop();
    const waits = last && this.state !== "sent";
    hear(waits ? wordsFor({ told: "kept", changes: [last.item] }) : this.trouble);
    await this.show();
  }

  async move() {
    const { drain } = await import("./drain.js");
    this.trouble = await drain(this.root);
  }

  async send() {
    if (tapsWait()) await this.move();
    await this.show();
    if (!this.all.some(({ refused }) => !refused)) return this.noteGone();
    const told = await this.sent();
    this.state = told.state;
    this.account = told.account ?? this.account;
    clearTimeout(this.again);
    if (["later", "offline"].includes(this.state)) this.again = setTimeout(() => this.send(), A_MINUTE);
    await this.show();
    if (this.state === "sent" && !told.took) await this.noteGone();
  }

  /* What this page kept was sent by the worker or by another page, and this one could not hear it. */
  noteGone() {
    return this.undo.length && !this.hears ? this.say(GONE) : undefined;
  }

  async sent() {
    if (!this.quiet && !(await isThere(this.root))) return { state: unheard() };
    if (!this.quiet) this.state = "sending";
    await this.show();
    const { send } = await import("./send.js");
    return send(this.root);
  }

  /* Something was taken, from this page or another: it goes on from there. */
  async learn({ choose, revisions }) {
    this.hears = true;
    this.choose.push(...choose);
    const { isOfAnotherDay, isUntouched, learnRevision } = await import("./shown.js");
    for (const [date, revision] of revisions) learnRevision(date, revision);
    if (this.quiet || isOfAnotherDay(revisions)) return;
    await this.say("Sent.");
    const stays = this.choose.length || this.leaving || this.asking.length || "always" in this.element.dataset;
    if (stays || !isUntouched()) return;
    history.replaceState(SENT, "");
    location.reload();
  }

  async leave(form) {
    this.leaving = true;
    const { leave } = await import("./leaving.js");
    await leave({ bar: this, form, mine: () => this.all.filter(({ item }) => item.account === this.element.dataset.account) });
  }
}

/* Why nobody answered, as far as the browser knows. */
function unheard() {
  return navigator.onLine ? "later" : "offline";
}

/* Whether something was tapped that is not in the queue yet, here or on a page before; see journal.js. */
function tapsWait() {
  try {
    return document.querySelector("[data-touched]") || Object.keys(localStorage).some((key) => key.startsWith(TAP));
  } catch {
    return false;
  }
}

/* The answers of a whole day that were touched, where the form knows. */
async function touchedIn(form) {
  if (!("touches" in form.dataset)) return undefined;
  const { touchedOf } = await import("../days/answers.js");
  return touchedOf(fieldsOf(form), form.dataset.touches.split(" ").filter(Boolean));
}

function paragraph(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

function linked(words, label, address) {
  const line = paragraph(words);
  const link = document.createElement("a");
  Object.assign(link, { href: address, textContent: label });
  line.append(link);
  return line;
}

/* Only a phone on which somebody signed in keeps the app; where that is refused, all else works. */
async function isRefused({ account, worker }) {
  if (!account || !navigator.serviceWorker) return false;
  return navigator.serviceWorker.register(worker, { type: "module" }).then(() => false, () => true);
}
