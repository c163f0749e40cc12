// Tells ${…} apart from the YAML around it, and numbers and truth from text.
const PLAIN = /^(?:[-+]?\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|~)$/;

const LONGEST = 1200;

/** Where the expressions of a text begin and end, past braces and texts of their own. */
export function* spans(text) {
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 1)) {
    if (text[at - 1] === "$") continue;
    let depth = 0;
    let end = at + 2;
    for (let quote = ""; end < text.length; end++) {
      const each = text[end];
      if (quote) quote = each === quote ? "" : quote;
      else if (each === "'") quote = each;
      else if (each === "{") depth++;
      else if (each === "}" && depth-- === 0) break;
    }
    // One that is not closed yet is told apart to the end of its line.
    const isClosed = end < text.length && end - at < LONGEST;
    const line = text.indexOf("\n", at);
    end = isClosed ? end + 1 : line < 0 ? text.length : line;
    yield [at, end];
    at = end - 1;
  }
}

export function expressions({ Decoration, Prec, RangeSetBuilder, syntaxTree, ViewPlugin }) {
  const expression = Decoration.mark({ class: "code-cel" });
  const plain = Decoration.mark({ class: "code-number" });
  const marks = (view) => {
    const found = [];
    for (const { from, to } of view.visibleRanges) {
      const start = view.state.doc.lineAt(Math.max(0, from - 400)).from;
      const text = view.state.doc.sliceString(start, to);
      for (const [a, b] of spans(text)) found.push([start + a, start + b, expression]);
      syntaxTree(view.state).iterate({
        from,
        to,
        enter: (node) => {
          if (node.name === "Literal" && node.node.parent?.name !== "Key" && PLAIN.test(view.state.doc.sliceString(node.from, node.to)))
            found.push([node.from, node.to, plain]);
        },
      });
    }
    const builder = new RangeSetBuilder();
    for (const [from, to, mark] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) builder.add(from, to, mark);
    return builder.finish();
  };
  // Innermost, so that their colours count.
  return Prec.highest(ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.decorations = marks(view);
      }
      update(update) {
        if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
          this.decorations = marks(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ));
}
