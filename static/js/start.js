/* Starts the module that an element names: data-module="medicines/picker" loads medicines/picker.js. */

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.start(element));
}
