// The palette: the server answers, the arrow keys move, Enter opens.
const dialog = document.getElementById("palette");
let asked = 0;

const field = () => dialog.querySelector('[role="combobox"]');
const options = () => [...dialog.querySelectorAll('[role="option"]')];

function choose(index) {
  const all = options();
  const at = all.length ? (index + all.length) % all.length : -1;
  all.forEach((each, place) => each.setAttribute("aria-selected", place === at));
  field().setAttribute("aria-activedescendant", all[at]?.id ?? "");
  all[at]?.scrollIntoView({ block: "nearest" });
}

async function ask(words) {
  const mine = ++asked;
  const answer = await fetch(`/jump?q=${encodeURIComponent(words)}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.reload();
  const html = await answer.text();
  if (mine !== asked) return;
  if (!dialog.open) {
    dialog.innerHTML = html;
    dialog.showModal();
    field().focus();
  } else {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".palette-list");
    dialog.querySelector(".palette-list").replaceWith(fresh);
  }
  choose(0);
}

if (dialog) {
  document.addEventListener("open-palette", () => dialog.open || ask(""));
  document.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    if (!event.target.closest("[data-palette]") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    ask("");
  });
  dialog.addEventListener("input", ({ target }) => ask(target.value));
  dialog.addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("keydown", (event) => {
    const at = options().findIndex((each) => each.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") choose(at + 1);
    else if (event.key === "ArrowUp") choose(at - 1);
    else if (event.key === "Enter" && options()[at]) event.ctrlKey ? window.open(options()[at].href) : options()[at].click();
    else return;
    event.preventDefault();
  });
}
