/* Lists what the scripts use of a browser, with the first browsers that have it:
   node abilities.mjs ACORN COMPAT_DATA YEAR SCRIPT… prints { name: [iOS Safari, Chrome, Firefox] }.
   A name is a global ("fetch"), a part of one ("navigator.locks") or a part of any object (".closest"):
   of the latter the oldest of that name counts, as nobody knows whose it is. Names of our own are left out. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [acorn, compat, year, ...scripts] = process.argv.slice(2);
const { parse } = createRequire(import.meta.url)(acorn);
const { api, javascript } = JSON.parse(readFileSync(compat, "utf8"));
const BROWSERS = ["safari_ios", "chrome", "firefox"];
const SYNTAX = { ecmaVersion: Number(year), sourceType: "module" };
const KIND = {
  caches: "CacheStorage",
  clients: "Clients",
  crypto: "Crypto",
  document: "Document",
  globalThis: "Window",
  history: "History",
  indexedDB: "IDBFactory",
  localStorage: "Storage",
  location: "Location",
  navigator: "Navigator",
  performance: "Performance",
  window: "Window",
};

function children(node) {
  return Object.entries(node).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((child) => [key, child]));
}

function* nodes(node, parent = {}, key = "") {
  yield { node, parent, key };
  for (const [name, child] of children(node)) if (typeof child?.type === "string") yield* nodes(child, node, name);
}

const isName = ({ node, parent, key }) =>
  node.type === "Identifier" &&
  !(parent.type === "MemberExpression" && key === "property" && !parent.computed) &&
  !(["Property", "MethodDefinition"].includes(parent.type) && key === "key") &&
  !/^(Import|Export)/.test(parent.type);

/* The names that a pattern, or a declaration, gives to something of our own. */
function given(pattern) {
  if (!pattern) return [];
  if (pattern.type === "Identifier") return [pattern.name];
  const parts = pattern.properties ?? pattern.elements ?? [pattern.left ?? pattern.argument ?? pattern.value];
  return parts.flatMap((part) => given(part?.type === "Property" ? part.value : part));
}

function ownOf({ node }) {
  if (/Function/.test(node.type)) return [...given(node.id), ...node.params.flatMap(given)];
  return given({ VariableDeclarator: node.id, ClassDeclaration: node.id, CatchClause: node.param }[node.type] ?? (/^Import.+Specifier$/.test(node.type) && node.local));
}

function namesIn(text) {
  const all = [...nodes(parse(text, SYNTAX))];
  const own = new Set(all.flatMap(ownOf));
  const parts = all.filter(({ node }) => node.type === "MemberExpression" && !node.computed).map(({ node }) => {
    const whose = node.object.type === "Identifier" && !own.has(node.object.name) ? node.object.name : "";
    return `${whose}.${node.property.name}`;
  });
  return [...all.filter(isName).map(({ node }) => node.name).filter((name) => !own.has(name)), ...parts];
}

function candidates(name) {
  const [whose, part] = name.includes(".") ? name.split(".") : [null, name];
  const kinds = { ...javascript.builtins, ...api };
  if (whose === null) return [api[name], javascript.builtins[name], api.Window[name], api.ServiceWorkerGlobalScope[name], javascript.builtins.globalThis?.[name]];
  const kind = KIND[whose] ?? whose;
  const known = [api[kind]?.[part], api[kind]?.[`${part}_static`], javascript.builtins[kind]?.[part], kind === "Window" && api[part]].filter(Boolean);
  return known.length ? known : Object.values(kinds).map((one) => one?.[part]);
}

const version = (support) => [support].flat().filter((one) => one?.version_added && !one.flags && !one.prefix).map((one) => Number.parseFloat(String(one.version_added).replace("≤", "")) || 999);

function firstOf(name) {
  const known = candidates(name).map((one) => one?.__compat?.support).filter(Boolean);
  return known.length && BROWSERS.map((browser) => Math.min(...known.flatMap((support) => version(support[browser])), Infinity)).map((first) => (first === Infinity ? "no" : String(first)));
}

const used = new Set(scripts.flatMap((path) => namesIn(readFileSync(path, "utf8"))));
const found = [...used].sort().map((name) => [name, firstOf(name)]).filter(([, first]) => first);
console.log(JSON.stringify(Object.fromEntries(found)));
