/* Starts the module that an element names: data-module="medicines/picker" loads medicines/picker.js.
   <html data-started> says that all of them have started; the browser tests wait for it. */

const starting = [...document.querySelectorAll("[data-module]")].map((element) =>
  import(`./${element.dataset.module}.js`).then((module) => module.start(element)));
Promise.all(starting).then(() => (document.documentElement.dataset.started = ""));

/* Says the notices of a new page aloud: a live region speaks only of what comes after it. They leave
   and come back before anything is painted. */
const notices = document.querySelector(".notices");
const said = [...notices.children];
notices.replaceChildren();
requestAnimationFrame(() => notices.append(...said));
