/* Finds a medicine while its name is typed, by any word of generic or brand name.
   Takes over an <input list="…"> whose <datalist> works by itself where no script runs. */

const MOST_SHOWN = 8;

export function matches(typed, entries) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const ranked = entries.map((entry) => [rank(wanted, entry), entry]);
  return ranked
    .filter(([place]) => place < 2)
    .sort(([one], [other]) => one - other)
    .slice(0, MOST_SHOWN)
    .map(([, entry]) => entry);
}

export function start(input) {
  const names = input.list;
  if (!names) return;
  const entries = [...names.options].map(({ value, label }) => ({ value, label }));
  const box = document.createElement("ul");
  box.className = "picker";
  box.id = `${names.id}-found`;
  box.hidden = true;
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Medicines found");
  input.removeAttribute("list");
  input.autocomplete = "off";
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", box.id]]) {
    input.setAttribute(name, value);
  }
  input.after(box);
  const typedAlready = document.activeElement === input ? input.value : "";
  new Picker(input, box, entries).show(matches(typedAlready, entries));
}

class Picker {
  constructor(input, box, entries) {
    Object.assign(this, { input, box, entries, at: -1 });
    input.addEventListener("input", () => this.show(matches(input.value, entries)));
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.show([]));
    box.addEventListener("pointerdown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => this.choose(event.target.closest("li")));
  }

  show(found) {
    this.box.replaceChildren(...found.map((entry, place) => drawn(entry, `${this.box.id}-${place}`)));
    this.box.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.mark(-1);
  }

  mark(place) {
    this.at = place;
    const options = [...this.box.children];
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    this.input.setAttribute("aria-activedescendant", options[place]?.id ?? "");
  }

  press(event) {
    if (this.box.hidden) return;
    const act = {
      ArrowDown: () => this.mark(Math.min(this.at + 1, this.box.children.length - 1)),
      ArrowUp: () => this.mark(Math.max(this.at - 1, 0)),
      Enter: () => this.choose(this.box.children[this.at]),
      Escape: () => this.show([]),
    }[event.key];
    if (!act || (event.key === "Enter" && this.at < 0)) return;
    event.preventDefault();
    act();
  }

  choose(option) {
    if (!option) return;
    this.input.value = option.dataset.value;
    this.show([]);
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function rank(wanted, { value, label }) {
  const words = plain(`${value} ${label}`).split(/[^\p{L}\p{N}]+/u);
  if (plain(value).startsWith(wanted)) return 0;
  return words.some((word) => word.startsWith(wanted)) ? 1 : 2;
}

function plain(text) {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function drawn({ value, label }, id) {
  const option = document.createElement("li");
  option.className = "picker__option";
  option.id = id;
  option.dataset.value = value;
  option.setAttribute("role", "option");
  option.textContent = value;
  if (label && label !== value) {
    const more = document.createElement("span");
    more.className = "picker__more";
    more.textContent = label;
    option.append(more);
  }
  return option;
}
