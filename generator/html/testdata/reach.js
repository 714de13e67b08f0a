// Says what in styles, scripts and templates is younger than the browsers that
// pages must work in, by the public tables of MDN, and has nothing to fall back
// on. Called with a folder of node_modules, a folder of templates, and, for pages that
// only the browsers of offices see, the oldest Chrome.
'use strict';
const fs = require('fs'), path = require('path');
const load = require('module').createRequire(path.resolve(process.argv[2]) + '/');
const data = load('@mdn/browser-compat-data'), css = load('css-tree'), acorn = load('acorn');

const office = process.argv[4]; // Chrome 70 knows ECMAScript 2018
const oldest = office ? { chrome: parseFloat(office) } : { chrome: 70, safari_ios: 12 };

// What only adds to a look that is right without it. Each is left out whole by a
// browser that does not know it.
const extras = {
  properties: ['color-scheme', 'text-wrap', 'text-decoration-thickness', 'text-underline-offset', 'text-decoration-color', 'scroll-padding-top', 'scroll-margin-top',
    'forced-color-adjust', 'print-color-adjust', 'text-size-adjust', 'paint-order', 'break-after', 'overscroll-behavior',
    'cursor', 'outline'], // a phone of 2018 has no pointer, and its own mark of the focus
  selectors: ['focus-visible'],
  media: ['prefers-color-scheme'],
  rules: ['page'], // phones of 2018 print on the paper that they are given
};

// What the scripts ask for before they use it, and what their own data call so.
const asked = ['clipboard', 'writeText', 'dataTransfer', 'name', 'rel'];

// Whose members the scripts use, beside those of what they name themselves. The
// tables know thousands more, with members of any name.
const holders = ('Document Node NodeList Element HTMLElement HTMLInputElement HTMLTextAreaElement HTMLFormElement HTMLAnchorElement HTMLDetailsElement DOMTokenList CSSStyleDeclaration ' +
  'Window Location Navigator Clipboard Storage Selection Event EventTarget DragEvent DataTransfer FileList File Blob FileReader Response Crypto SubtleCrypto TextDecoder ' +
  'Array TypedArray ArrayBuffer String RegExp Number Object Function Promise Date Math JSON').split(' ');

const complaints = [];
let file = '', uses = 0;
function complain(what) { complaints.push(file + ': ' + what); }

// known reports whether the oldest browsers have what an entry of the tables
// describes; an entry without data says nothing.
function known(entry, prefix) {
  const compat = entry && entry.__compat;
  if (!compat) return true;
  uses++;
  return Object.keys(oldest).every(name => [].concat(compat.support[name] || []).some(s =>
    !s.flags && (s.prefix || '') === (prefix || '') && !s.alternative_name && !s.version_removed && s.version_added &&
    (s.version_added === true || parseFloat(String(s.version_added).replace('≤', '')) <= oldest[name])));
}

// Functions and keywords that every property takes.
const functions = {}, everywhere = {};
(function gather(node, depth) {
  for (const key of Object.keys(node)) {
    if (key === '__compat' || typeof node[key] !== 'object') continue;
    if (node[key].__compat && !(key in functions)) functions[key] = node[key];
    if (depth < 3) gather(node[key], depth + 1);
  }
})(data.css.types, 0);
for (const word of ['revert', 'revert-layer', 'unset', 'initial', 'inherit']) {
  everywhere[word] = functions[word] || (data.css.types.global_keywords || {})[word];
}

function tooNewIn(property, value) {
  const entry = data.css.properties[property] || {}, found = [];
  css.walk(value, node => {
    if (node.type === 'Identifier' && !known(entry[node.name])) found.push(node.name);
    if (node.type === 'Identifier' && everywhere[node.name] && !known(everywhere[node.name])) found.push(node.name);
    if (node.type === 'Function' && !known(functions[node.name])) found.push(node.name + '()');
    if (node.type === 'Operator' && node.value === '/' && property === 'content') found.push('a text for those who do not see it');
  });
  return found;
}

function plainName(property) { return property.replace(/^-(webkit|moz)-/, ''); }

function checkBlock(selector, block) {
  const before = {}, declared = block.children.toArray().filter(d => d.type === 'Declaration');
  const grid = declared.some(d => d.property === 'display' && /grid/.test(css.generate(d.value)) || /^column(s|-count)$/.test(d.property));
  for (const d of declared) {
    if (d.property.startsWith('--')) {
      if (tooNewIn(d.property, css.parse(css.generate(d.value), { context: 'value' })).length) complain(selector + ' keeps a value too new in ' + d.property);
      continue;
    }
    const name = plainName(d.property), prefix = d.property.slice(0, d.property.length - name.length), entry = data.css.properties[d.property] || data.css.properties[name];
    if (!entry) { complain(selector + ': nobody knows ' + d.property); continue; }
    if (/^(row-|column-)?gap$/.test(name) && !grid) complain(selector + ': ' + name + ' outside a grid');
    if (!known(entry, data.css.properties[d.property] ? '' : prefix) && !extras.properties.includes(name)) complain(selector + ': ' + d.property);
    const found = tooNewIn(name, d.value), text = css.generate(d.value);
    if (!found.length) { before[name] = true; if (name === 'font') before['font-size'] = true; continue; }
    if (extras.properties.includes(name)) continue;
    if (/var\(/.test(text)) complain(selector + ': ' + found + ' beside var() is not dropped but void');
    else if (!before[name]) complain(selector + ': ' + d.property + ': ' + text + ' has nothing to fall back on');
  }
}

function checkSelectors(list) {
  const all = css.generate(list);
  css.walk(list, node => {
    if (node.type !== 'PseudoClassSelector' && node.type !== 'PseudoElementSelector') return;
    if (node.name === 'not' && (/[ >+~,]/.test(css.generate(node).replace(/"[^"]*"/g, '')) || node.children.first.children.first.children.size > 1)) complain(all + ': :not() of more than one');
    if (known(data.css.selectors[node.name])) return;
    if (!extras.selectors.includes(node.name) || list.children.size > 1) complain(all + ': the rule falls with :' + node.name);
  });
}

function checkStyle(text) {
  css.walk(css.parse(text, { parseCustomProperty: false }), node => {
    if (node.type === 'Atrule' && !known(data.css['at-rules'][node.name]) && !extras.rules.includes(node.name)) complain('@' + node.name);
    if (node.type === 'Feature' && !known(data.css['at-rules'].media[node.name.replace(/^(min|max)-/, '')]) && !extras.media.includes(node.name)) complain('@media ' + node.name);
    if (node.type === 'FeatureRange') complain('a range in @media');
    if (node.type !== 'Rule') return;
    checkSelectors(node.prelude);
    checkBlock(css.generate(node.prelude), node.block);
  });
}

function holder(kind) { return data.api[kind] || data.javascript.builtins[kind] || {}; }
function has(object, name) { return name !== '__compat' && Object.prototype.hasOwnProperty.call(object, name); }

// A script does not say whose member it uses: Blob.arrayBuffer is younger than
// Response.arrayBuffer, so no arrayBuffer can be relied on.
function checkMember(node) {
  const name = node.property.name, own = node.object.type === 'Identifier' && node.object.name;
  if (asked.includes(name)) return;
  for (const kind of own && holder(own).__compat ? [own] : holders) {
    for (const key of own === kind ? [name, name + '_static'] : [name]) {
      if (has(holder(kind), key) && !known(holder(kind)[key])) complain(kind + '.' + name);
    }
  }
}

function checkScript(text) {
  let tree;
  try {
    tree = acorn.parse(text, { ecmaVersion: office ? 2018 : 5 });
  } catch (fault) {
    return complain('syntax of later years: ' + fault.message);
  }
  (function walk(node, holder, key) {
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'MemberExpression' && !node.computed) checkMember(node);
    const name = node.type === 'Identifier' && !(holder.type === 'MemberExpression' && key === 'property') && !(holder.type === 'Property' && key === 'key') && node.name;
    if (name && !known(data.api[name])) complain(name);
    if (name && !known(data.javascript.builtins[name])) complain(name);
    for (const k of Object.keys(node)) [].concat(node[k]).forEach(child => child && typeof child === 'object' && walk(child, node, k));
  })(tree, {}, '');
}

function checkTemplate(text) {
  const plain = text.replace(/\{\{\/\*[^]*?\*\/[^]*?\}\}/g, '').replace(/\{\{[^]*?\}\}/g, '');
  for (const [, tag, attributes] of plain.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)/g)) {
    const entry = data.html.elements[tag] || data.svg.elements[tag];
    if (!entry) { complain('nobody knows <' + tag + '>'); continue; }
    if (!known(entry)) complain('<' + tag + '>');
    for (const [, name, value] of attributes.matchAll(/([a-zA-Z:-]+)(?:="([^"]*)")?/g)) {
      const global = data.html.global_attributes[name], own = entry[name];
      if (!known(own || global)) complain('<' + tag + ' ' + name + '>');
      const kind = entry[name + '_' + value];
      if (!known(kind)) complain('<' + tag + ' ' + name + '=' + value + '>');
    }
  }
}

const checks = { '.css': checkStyle, '.js': checkScript, '.html': checkTemplate };
for (const folder of ['assets', 'pages', 'parts']) {
  for (const name of fs.readdirSync(path.join(process.argv[3], folder))) {
    file = name;
    checks[path.extname(name)](fs.readFileSync(path.join(process.argv[3], folder, name), 'utf8'));
  }
}
console.log(complaints.join('\n'));
console.error(uses + ' uses looked up');
process.exit(complaints.length ? 1 : 0);
