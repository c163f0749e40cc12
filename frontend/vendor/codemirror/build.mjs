// Makes ../../static/js/vendor/codemirror.js and the licences beside it. See README.md.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const target = "../../static/js/vendor";
const built = await build({
  entryPoints: ["module.mjs"],
  outfile: `${target}/codemirror.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  banner: { js: "/* CodeMirror 6 and Lezer, MIT; made by frontend/vendor/codemirror, licences in codemirror-LICENSE.txt */" },
  metafile: true,
});

const packages = new Set(
  Object.keys(built.metafile.inputs)
    .map((input) => input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);
const licence = (name) => {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
};
writeFileSync(`${target}/codemirror-LICENSE.txt`, [...packages].sort().map(licence).join("\n---\n\n"));
