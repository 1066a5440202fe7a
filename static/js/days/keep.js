/* Keeps the page of a day as it is filled in: a choice at the tap, text after a short pause. What was
   touched is written down at once and sent then, so that it outlives the page however that is left. */

import { buttonOf, fieldsOf, randomId } from "../offline/abilities.js";
import { handOver, lastTap, write } from "../offline/journal.js";
import { whenChanged } from "../offline/phone.js";
import { answerOf, answersIn, contradicts, differing, implied, isAnsweredEarly, setAnswer } from "./answers.js";

const A_PAUSE = 700;
const DATE = /\d{4}-\d\d-\d\d/;
const NOTHING = "no_medicines";
const BOTH = "You ticked this and named a medicine. Take one of them back.";
const CHANGED = "Changed elsewhere.";

export function start(form) {
  const keeping = new Keeping(form);
  for (const field of [...form.elements].filter(isAnsweredEarly)) keeping.hear(field);
  form.addEventListener("input", ({ target }) => keeping.hear(target));
  form.addEventListener("change", ({ target }) => isText(target) && keeping.flush());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keeping.press(buttonOf(event));
  });
  document.addEventListener("visibilitychange", () => document.hidden && keeping.leave());
  addEventListener("pagehide", () => keeping.leave());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  whenChanged(({ answers = [] }) => keeping.learn(answers));
  keeping.sayWhatWasSaved();
}

class Keeping {
  constructor(form) {
    const { root, account, name } = document.querySelector(".offline-bar").dataset;
    Object.assign(this, { form, root, account, name, said: form.querySelector("output") });
    Object.assign(this, { date: DATE.exec(form.action)[0], base_revision: Number(form.elements.revision.value) });
    this.after = lastTap(account, this.date);
    Object.assign(this, { fields: fieldsOf(form), touched: new Set(), onItsWay: new Map(), refused: new Map() });
  }

  hear(target) {
    for (const [name, value] of Object.entries(implied(target.name, target.value))) {
      setAnswer(this.form.elements, name, value);
    }
    this.touch([target.name]);
    if (answerOf(target.name) === "medicines") this.askAboutNothing();
    if (!isText(target)) this.flush();
  }

  /* "I took nothing" beside a medicine: one of the two has to go. */
  askAboutNothing() {
    this.refused.delete(NOTHING);
    if (contradicts(fieldsOf(this.form))) {
      this.refuse(NOTHING, { tap: { item: { answers: { [NOTHING]: true } } }, field: NOTHING, message: BOTH });
    }
    this.showRefusals();
  }

  touch(names) {
    this.form.dataset.touched = "";
    for (const name of names) this.touched.add(name);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), A_PAUSE);
  }

  /* Writes down what was touched, and what other scripts of the page changed along with it. */
  flush() {
    clearTimeout(this.timer);
    const fields = fieldsOf(this.form);
    const names = new Set([...this.touched, ...differing(this.fields, fields)]);
    const answers = answersIn(fields, names);
    Object.assign(this, { fields, touched: new Set() });
    if (Object.keys(answers).length) this.write({ kind: "answers", answers });
  }

  /* On top of what was tapped before it, here or on the page from which this one was opened. */
  write(content) {
    const { account, name, after, date, base_revision } = this;
    const change = { ...content, date, base_revision, sure: true, ...(after && { after }) };
    const tap = write(change, { account, name, newId: randomId });
    this.after = tap.item.client_id;
    for (const [id, one] of this.refused) if (isOverruled(one.tap, tap)) this.refused.delete(id);
    this.onItsWay.set(tap.item.client_id, tap);
    this.said.value = "Saving";
    this.form.dispatchEvent(new CustomEvent("tapped", { bubbles: true, detail: (state) => this.wait(state) }));
  }

  /* The buttons of the page: each is an answer, or asks for the page as it is saved. */
  press(button) {
    const act = { dose: this.take, without: this.takeOut, others_no: this.ruleOutOthers, forget_times: this.forgetTimes, took_nothing: this.takeNothing };
    this.flush();
    act[button?.name]?.call(this, button);
    this.flush();
    this.opensAt = button?.closest("section[id]")?.id ?? "";
    this.finish();
  }

  take({ value }) {
    this.write({ kind: "dose", dose: value });
  }

  takeOut({ value }) {
    this.form.elements.namedItem(`medicines-${value}-name`).value = "";
  }

  takeNothing() {
    for (const field of this.form.querySelectorAll("[name^=medicines-][name$=-name]")) field.value = "";
    this.form.elements.no_medicines.checked = true;
  }

  forgetTimes() {
    this.write({ kind: "answers", answers: { spells: null } });
  }

  ruleOutOthers({ form, parentElement }) {
    for (const { name, value } of parentElement.querySelectorAll("input[type=radio]:checked")) {
      if (!value) setAnswer(form.elements, name, "no");
    }
  }

  /* What the diary answered, in this page's words. */
  learn(answers) {
    const mine = answers.filter(({ client_id }) => this.onItsWay.has(client_id) || this.refused.has(client_id));
    for (const one of mine) this.settle(one);
    if (!mine.length) return;
    this.finish();
    this.showRefusals();
  }

  async showRefusals() {
    const refusals = [...this.refused.values()];
    if (!refusals.length && !this.refuses) return;
    const { clearRefusals, showRefusals } = await import("./refusals.js");
    if (refusals.length) this.said.value = showRefusals(this.form, refusals);
    else clearRefusals(this.form);
    this.refuses = refusals.length > 0;
  }

  settle({ client_id, status, field, message, change, said, page }) {
    const tap = this.onItsWay.get(client_id) ?? this.refused.get(client_id).tap;
    this.onItsWay.delete(client_id);
    this.refused.delete(client_id);
    if (status === "refused") this.refuse(client_id, { tap, field, message });
    if (change) this.undo = `${this.root}/changes/${change}/reversal?day=${this.date}`;
    if (said) sayWithUndo(said, this.undo);
    this.isApart ||= Boolean(page);
  }

  /* A button does not open the page anew any more: something on it waits to be put right. */
  refuse(client_id, refusal) {
    this.refused.set(client_id, refusal);
    this.opensAt = undefined;
  }

  /* Once all is answered: says so, or opens the page anew after a button. */
  finish() {
    if (this.onItsWay.size || this.refused.size) return;
    if (this.isApart || this.opensAt === undefined) {
      this.said.value = this.isApart ? CHANGED : "Saved";
      return;
    }
    history.replaceState({ saved: this.undo }, "", this.opensAt && `#${this.opensAt}`);
    location.reload();
  }

  sayWhatWasSaved() {
    const undo = history.state?.saved;
    if (!undo) return;
    history.replaceState(null, "");
    sayWithUndo("Saved.", undo);
  }

  /* Nobody answered: the phone keeps it, and says so. */
  wait(words) {
    if (!words || !this.onItsWay.size) return;
    this.said.value = words;
    this.opensAt = undefined;
  }

  leave() {
    this.flush();
    const taps = [...this.onItsWay.values()];
    if (taps.length) handOver(this.root, this.form.elements.csrf_token.value, taps);
  }
}

async function sayWithUndo(words, undo) {
  const notices = await import("../components/notices.js");
  notices.sayWithUndo(words, undo);
}

function isText({ type }) {
  return !["radio", "checkbox"].includes(type);
}

/* Whether a later tap answers all that an earlier one did. */
function isOverruled({ item: earlier }, { item: later }) {
  return Object.keys(earlier.answers ?? { dose: "" }).every((name) => name in (later.answers ?? {}));
}
