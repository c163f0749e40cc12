// The two buttons beside a number. Without scripts they are not there; the field is enough.
const ready = (root) => root.querySelectorAll?.("[data-stepper]").forEach((each) => each.setAttribute("data-ready", ""));

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-stepper] [data-step]");
  if (!button) return;
  const field = button.parentElement.querySelector("input");
  button.dataset.step > 0 ? field.stepUp() : field.stepDown();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
document.addEventListener("htmx:load", ({ target }) => ready(target.parentElement ?? target));
ready(document);
