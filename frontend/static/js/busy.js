// A button says that its form is being sent, keeps focus and width, and does not send it twice.
const busy = (button, on) => {
  if (!button) return;
  if (on) {
    button.setAttribute("aria-busy", "true");
    button.setAttribute("aria-disabled", "true");
  } else {
    button.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
  }
};
const buttonOf = (form, submitter) => submitter ?? form.querySelector('button:not([type="button"])');

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get" || form.method === "dialog") return;
  const button = buttonOf(form, event.submitter);
  if (button?.getAttribute("aria-busy") === "true") event.preventDefault();
  else if (!event.defaultPrevented) setTimeout(() => busy(button, true));
}, { capture: true });
document.addEventListener("htmx:beforeRequest", ({ target, detail }) =>
  detail.requestConfig.verb !== "get" && target.matches("form") && detail.requestConfig.triggeringEvent?.type === "submit" &&
  busy(buttonOf(target, detail.requestConfig.triggeringEvent.submitter), true));
document.addEventListener("htmx:afterRequest", ({ target, detail }) =>
  target.matches?.("form") && busy(buttonOf(target, detail.requestConfig.triggeringEvent?.submitter), false));
addEventListener("pageshow", ({ persisted }) => persisted && document.querySelectorAll('[aria-busy="true"].button').forEach((each) => busy(each, false)));
