// Single keys, off in fields and dialogs. G then a letter goes to a page of the navigation.
const PAGES = { c: "catalog", i: "instances", m: "models", a: "approvals", p: "capacity", o: "cost", b: "blueprints" };
let going = 0;

const editable = (element) => element.closest("input, textarea, select, [contenteditable], dialog");
const press = (selector) => {
  const target = document.querySelector(selector);
  target?.matches("input") ? target.focus() : target?.click();
  return Boolean(target);
};
function step(by) {
  const links = [...document.querySelectorAll("[data-next] a")];
  const at = links.findIndex((each) => each === document.activeElement || each.matches("[aria-current]"));
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  return links.length > 0;
}

document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && key === "k") {
    event.preventDefault();
    return document.dispatchEvent(new CustomEvent("open-palette"));
  }
  if (event.ctrlKey || event.metaKey || event.altKey || editable(event.target)) return;
  const second = Date.now() - going < 1500;
  going = 0;
  let done = false;
  if (second && PAGES[key]) done = press(`.nav [data-nav="${PAGES[key]}"]`);
  else if (key === "g") going = Date.now();
  else if (key === "/") done = press("[data-search]");
  else if (key === "?") done = press("[data-keys-help]");
  else if (key === "n") done = press("[data-key-launch]");
  else if (key === "e") done = press("[data-key-edit]");
  else if (key === "c") done = press(".endpoint [data-copy]");
  else if (key === "j") done = step(1);
  else if (key === "k") done = step(-1);
  if (done) event.preventDefault();
});
