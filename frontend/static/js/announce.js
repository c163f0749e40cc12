// One live region outside of everything that is swapped; focus goes to what asks for it when it arrives.
const region = document.getElementById("announcer");

document.addEventListener("announce", ({ detail }) => {
  if (!region) return;
  region.textContent = "";
  setTimeout(() => (region.textContent = detail), 50);
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  const wanted = target.matches?.("[data-focus]") ? target : target.querySelector?.("[data-focus]");
  wanted?.focus();
});

const wrong = document.querySelector("[data-focus]");
if (wrong) {
  const count = wrong.querySelectorAll("li").length;
  if (count && !/^\d/.test(document.title)) document.title = `${count} ${count === 1 ? "error" : "errors"}: ${document.title}`;
  const first = document.getElementById(wrong.dataset.focus) ?? wrong;
  (first.matches("fieldset") ? first.querySelector("input") ?? wrong : first).focus();
}
