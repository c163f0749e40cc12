// The try-it chat: an answer appears as it is written. Without this module the form posts and the page shows the whole.
const turn = (log, kind, who) => {
  const item = document.createElement("li");
  item.className = kind;
  const [name, text, figures] = ["b", "p", "small"].map((tag) => item.appendChild(document.createElement(tag)));
  name.textContent = who;
  figures.className = "muted";
  log.append(item);
  return { text, figures };
};

const announce = (detail) => document.dispatchEvent(new CustomEvent("announce", { detail }));

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = /^event: ?(.*)$/m.exec(block)?.[1];
      const data = /^data: ?(.*)$/m.exec(block)?.[1];
      if (event && data) yield { event, text: JSON.parse(data).text };
    }
  }
}

async function ask(form, log, signal) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { Accept: "text/event-stream" },
    signal,
  });
  if (answer.redirected) return location.reload();
  if (!answer.ok) throw new Error(answer.statusText);
  const message = form.elements.message.value;
  turn(log, "chat-mine", log.dataset.you).text.textContent = message;
  const { text, figures } = turn(log, "chat-answer", log.dataset.model);
  form.elements.message.value = "";
  const keep = () => {
    for (const value of [message, text.textContent])
      form.querySelector(".field").before(Object.assign(document.createElement("input"), { type: "hidden", name: "earlier", value }));
  };
  try {
    for await (const { event, text: piece } of events(answer.body)) {
      if (event === "text") text.textContent += piece;
      if (event === "done") figures.textContent = piece;
      if (event === "problem") figures.textContent = `${log.dataset.failed}. ${piece}`;
      log.scrollTop = log.scrollHeight;
      if (event === "problem") return announce(figures.textContent);
    }
    announce(log.dataset.complete);
  } finally {
    if (text.textContent) keep();
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-chat]");
  if (!form) return;
  event.preventDefault();
  const log = document.getElementById("chat-log");
  const [send, stop] = [form.querySelector('[type="submit"]'), form.querySelector("[data-chat-stop]")];
  const control = new AbortController();
  stop.onclick = () => control.abort();
  send.hidden = true;
  stop.hidden = false;
  try {
    await ask(form, log, control.signal);
  } catch (problem) {
    if (problem.name !== "AbortError") announce(log.dataset.failed);
  } finally {
    send.hidden = false;
    stop.hidden = true;
    for (const name of ["aria-busy", "aria-disabled"]) send.removeAttribute(name);
    form.elements.message.focus();
  }
});
