// Toasts leave after eight seconds, not while they are looked at; errors stay. A failed request says so.
const place = document.getElementById("toasts");

function begin(toast) {
  const close = toast.querySelector("[data-toast-close]");
  close.hidden = false;
  close.addEventListener("click", () => toast.remove());
  if (toast.getAttribute("role") === "alert") return;
  let left = 8000;
  const tick = setInterval(() => {
    if (toast.matches(":hover, :focus-within")) return;
    left -= 250;
    if (left > 0 && toast.isConnected) return;
    clearInterval(tick);
    toast.remove();
  }, 250);
}

if (place) {
  place.querySelectorAll("[data-toast]").forEach(begin);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node.nodeType === 1) (node.matches("[data-toast]") ? [node] : node.querySelectorAll("[data-toast]")).forEach(begin);
  }).observe(place, { childList: true });
}

// Problems come with their own place; anything else that failed is not swapped in.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.getResponseHeader("HX-Retarget")) detail.shouldSwap = true;
});
