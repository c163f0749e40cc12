// Asks the server what may be written where the cursor stands.
const KINDS = { FIELD: "property", VALUE: "constant", NAME: "variable", FUNCTION: "function" };
const WORD = /[\w./$-]*$/;

export const completeFrom = (form) => async (context) => {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  if (!context.explicit && !/[\w.{]$/.test(before)) return null;
  const asked = new URLSearchParams(new FormData(form));
  asked.set("text", context.state.doc.toString());
  asked.set("line", line.number);
  asked.set("column", context.pos - line.from);
  const control = new AbortController();
  context.addEventListener("abort", () => control.abort());
  try {
    const answer = await fetch(form.dataset.completions, { method: "POST", body: asked, signal: control.signal });
    if (!answer.ok || answer.redirected) return null;
    const { from, proposals } = await answer.json();
    return {
      from: line.from + from,
      options: proposals.map(({ label, kind, detail, text }) => ({ label, detail, type: KINDS[kind], apply: text, boost: kind === "FUNCTION" ? -50 : 0 })),
      validFor: /\.$|\{$/.test(before.match(WORD)[0]) ? undefined : /^[\w$-]*$/,
    };
  } catch (failure) {
    if (failure.name === "AbortError") return null;
    throw failure;
  }
};
