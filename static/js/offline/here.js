/* Whether the person of this page is still signed in on this phone. A cookie says so that scripts can
   take away without a network: the diary opens nothing without it (diary/accounts/here.py). */

import { isThere } from "./abilities.js";

const AGAIN = 5_000;

/* `mark` is the cookie, name=value. */
export function isHere(mark) {
  return document.cookie.split("; ").includes(mark);
}

/* Takes the mark away; whether that worked. */
export function leaveHere(mark) {
  const [name] = mark.split("=");
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=; Max-Age=0; Path=/; SameSite=Lax${secure}`;
  return !isHere(mark);
}

/* Takes the page off the screen, and goes to the sign-in page as soon as the diary answers. */
export function showSignedOut(root) {
  const page = document.createElement("main");
  page.className = "page__main stack stack--loose";
  const link = Object.assign(document.createElement("a"), { className: "button button--wide", href: `${root}/sign-in` });
  page.append(words("h1", "You are signed out on this phone"), words("p", "Nothing of the diary is left on it."), link);
  link.textContent = "Sign in";
  document.title = "Signed out · Headache Diary";
  document.body.replaceChildren(page);
  onceThere(root, () => location.replace(link.href));
}

/* Acts once the diary answers, however long that takes. */
export async function onceThere(root, act) {
  if (await isThere(root)) act();
  else setTimeout(() => onceThere(root, act), AGAIN);
}

function words(name, textContent) {
  return Object.assign(document.createElement(name), { textContent });
}
