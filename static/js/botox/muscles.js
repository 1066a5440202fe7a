/* Keeps drawing, numbers and totals of a session alike, and adds and takes away at a tap. */

const UNITS_A_SITE = 5;
const MORE = ["Enter", " ", "+", "=", "ArrowUp", "ArrowRight"];
const LESS = ["-", "ArrowDown", "ArrowLeft", "Delete", "Backspace"];

/* One site more (1) or fewer (-1) with its units; without units there is no site. */
export function stepped({ units, sites }, by) {
  const left = Math.max(units + by * UNITS_A_SITE, 0);
  return { units: left, sites: left ? Math.max(sites + by, 0) : 0 };
}

/* Units and sites of all places; the sites are 0 while those of one place are not known. */
export function sum(places) {
  const given = places.filter((place) => place.units);
  const total = (name) => given.reduce((all, place) => all + place[name], 0);
  return { units: total("units"), sites: given.every((place) => place.sites) ? total("sites") : 0 };
}

export function inWords({ units, sites }) {
  if (!units) return "nothing";
  return `${units} units${sites ? ` at ${sites} site${sites > 1 ? "s" : ""}` : ""}`;
}

export function start(section) {
  const answers = section.closest("form").elements;
  const regions = [...section.querySelectorAll(".muscles__region")];

  const read = (place) => numbersIn(answers, `${place}_units`, `${place}_sites`);

  function show() {
    const places = regions.map((region) => read(region.dataset.place));
    regions.forEach((region, index) => draw(region, places[index]));
    const total = sum(places);
    if (total.units) {
      answers.units.value = total.units;
      answers.sites.value = total.sites || "";
    }
    showTotal();
  }

  function showTotal() {
    const words = inWords(numbersIn(answers, "units", "sites"));
    const line = section.querySelector(".muscles__total");
    const text = words === "nothing" ? "No units yet" : words;
    if (line.textContent !== text) line.textContent = text;
  }

  function step(place, by) {
    const { units, sites } = stepped(read(place), by);
    answers[`${place}_units`].value = units || "";
    answers[`${place}_sites`].value = sites || "";
    show();
  }

  function fillStandard() {
    for (const input of section.querySelectorAll("[data-standard]")) {
      input.value = input.dataset.standard;
    }
    show();
  }

  regions.forEach((region) => makeButton(region, (by) => step(region.dataset.place, by)));
  section.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.place) step(button.dataset.place, button.dataset.direction === "more" ? 1 : -1);
    else fillStandard();
  });
  section.addEventListener("input", (event) => {
    if (event.target.dataset.standard) show();
    else showTotal();
  });
  section.querySelector(".muscles__help").hidden = false;
}

function numbersIn(answers, ...names) {
  const [units, sites] = names.map((name) => Number(answers[name].value) || 0);
  return { units, sites };
}

function makeButton(region, step) {
  region.setAttribute("role", "button");
  region.addEventListener("click", (event) => {
    event.preventDefault();
    step(event.target.matches(".muscles__spot--given") ? -1 : 1);
  });
  region.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = Number(MORE.includes(event.key)) - Number(LESS.includes(event.key));
    if (!by) return;
    event.preventDefault();
    step(by);
  });
}

function draw(region, numbers) {
  region.querySelectorAll(".muscles__spot").forEach((spot, index) => {
    spot.classList.toggle("muscles__spot--given", index < numbers.sites);
  });
  region.setAttribute("aria-label", `${region.dataset.title}: ${inWords(numbers)}`);
}
