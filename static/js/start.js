/* Starts the module that an element names: data-module="medicines/picker" loads medicines/picker.js. */

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.start(element));
}

/* Says the notices of a new page aloud: a live region speaks only of what comes after it. They leave
   and come back before anything is painted. */
const notices = document.querySelector(".notices");
const said = [...notices.children];
notices.replaceChildren();
requestAnimationFrame(() => notices.append(...said));
