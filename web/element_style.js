// The style of the element's own tree: stage, canvas, overlay, progress, notice.

// The overlay's text is transparent and lies where the canvas shows it. Dear ImGui advances glyph
// by glyph, so kerning and ligatures are off.
const css = `
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
:host(:not([data-page])) { height: 640px; overflow: auto; }
:host([data-ready]:not([data-page])) { overflow: hidden; }
:host([data-page][data-ready]) { position: fixed; inset: 0; height: 100dvh; }
slot.away { display: none; }

.stage {
  color-scheme: light;
  position: absolute; inset: 0; overflow: hidden; contain: strict;
  visibility: hidden; pointer-events: none;
}
.stage[data-theme="dark"] { color-scheme: dark; }
/* What the page wants of the look (host_look.js). */
.probe { position: absolute; visibility: hidden; color: transparent; border: 0 solid;
  background-color: var(--lamplight-bg); border-top-color: var(--lamplight-panel);
  border-right-color: var(--lamplight-hover); border-bottom-color: var(--lamplight-ink);
  border-left-color: var(--lamplight-line); column-rule-color: var(--lamplight-accent);
  max-width: var(--lamplight-radius); font-family: var(--lamplight-font);
  transition: all 1ms; transition-behavior: allow-discrete; }
:host([data-page]) .stage { position: fixed; height: 100vh; height: 100dvh; }
:host([data-ready]) .stage:not(.coming) { visibility: visible; pointer-events: auto; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block;
  pointer-events: none; }

.far { position: absolute; inset: 0; overflow: hidden; opacity: 0; pointer-events: none;
  user-select: none; -webkit-user-select: none; }
.finding :is(.far, .layer) { visibility: hidden; }
.finding .found { visibility: visible; }
.found { animation: found 3s; }
@keyframes found { from { box-shadow: inset 0 0 0 2px var(--accent, currentColor); } }

.layer, .layer * { box-sizing: border-box; margin: 0; padding: 0; border: 0; }
.layer {
  --selected: color-mix(in srgb, var(--accent) 30%, transparent);
  --bar: color-mix(in srgb, var(--ink3) 45%, transparent);
  outline: none; position: absolute; inset: 0; overflow: hidden; color: transparent; text-align: start;
  white-space: pre;
  font-kerning: none; font-variant-ligatures: none; letter-spacing: normal; word-spacing: normal;
  text-rendering: auto; -webkit-text-size-adjust: none; text-size-adjust: none;
  -webkit-tap-highlight-color: transparent; cursor: default;
}
.layer * { position: absolute; font: inherit; color: inherit; background: none; outline: none;
  letter-spacing: inherit; text-decoration: none; list-style: none; text-transform: none; }
.layer ::selection { background: var(--selected); color: transparent; }
/* A heading's box may reach below the controls beside it; its text is what can be pointed at. */
.layer :is(h1, h2, h3, h4, h5, h6) { pointer-events: none; }
.layer .run { pointer-events: auto; white-space: pre; cursor: text; }
/* What stands together is one line for the browser's search, each run set to its place: it has a
   margin of less than nothing, so that the next one begins where it began. */
.layer :is(a, li, [role="gridcell"], h1, h2, h3, h4, h5, h6, .content, [role="group"]) > .run {
  position: relative; display: inline; vertical-align: top; }
/* Words that are shaped whole. With a direction of its own, a run is apart from what is beside it. */
.layer .run[dir] { font-variant-ligatures: normal; }
.layer .run i { position: static; font-size: 0; letter-spacing: 0; }
.layer .drawn { display: grid; place-content: center; overflow: hidden; white-space: nowrap; }
.layer a .run { cursor: inherit; }
.layer button .run, .layer label .run, .layer :is([role="slider"], [role="option"]) .run {
  cursor: inherit; user-select: none; -webkit-user-select: none; }
.layer :is(button, a, label, select, [role="option"], [role="columnheader"]) { cursor: pointer; }
.layer [role="columnheader"] .run { cursor: inherit; user-select: none; -webkit-user-select: none; }
.layer .edge { cursor: col-resize; touch-action: none; }
.layer [role^="menuitem"] .edge { cursor: grab; }
.layer input[type="checkbox"] { inset: 0; width: 100%; height: 100%; opacity: 0; cursor: inherit; }
.layer select { opacity: 0; appearance: auto; color: var(--ink); }
.layer option { position: static; color: var(--ink); background: var(--panel); }
.layer input[type="search"] {
  appearance: none; -webkit-appearance: none; color: var(--ink); caret-color: var(--accent);
  font-kerning: auto; cursor: text; user-select: text; -webkit-user-select: text;
}
.layer input[type="search"]::-webkit-search-cancel-button,
.layer input[type="search"]::-webkit-search-decoration { display: none; }
.layer input[type="search"]::placeholder { color: var(--ink3); opacity: 1; }
.layer input[type="search"]::selection { color: var(--ink); }
.layer .scroller { overflow: hidden auto; scrollbar-width: thin; overscroll-behavior: contain;
  scrollbar-color: var(--bar) transparent; }
/* Where a bar can be drawn without arrows, it is. */
@supports selector(::-webkit-scrollbar) {
  .layer .scroller { scrollbar-width: auto; scrollbar-color: auto; }
  .layer .scroller::-webkit-scrollbar { width: 10px; }
  .layer .scroller::-webkit-scrollbar-thumb { background: var(--bar); background-clip: content-box;
    border: 2px solid transparent; border-radius: 5px; }
}
.layer .scroller.wide { overflow: auto; }
/* A guest takes the wheel and the finger only while the focus is inside, and passes them on. */
:host([data-guest]) .scroller { overscroll-behavior: auto; }
:host([data-guest]) .layer:not(:focus-within) .scroller { overflow: hidden; }
.layer .scroller.wide.strip { overflow: auto hidden; scrollbar-width: none; }
.layer .scroller.wide.strip::-webkit-scrollbar { display: none; }
.layer .content { inset: 0 0 auto 0; }
.layer.moving .content { opacity: 0; }
.layer [role="slider"] { touch-action: none; cursor: pointer; }
.layer [aria-disabled="true"] { cursor: default; }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
/* A field smaller than this makes phones zoom in when it is touched. */
@media (pointer: coarse) {
  .layer input[type="search"], .layer select { font-size: 16px !important; }
}

.progress { position: absolute; z-index: 2; inset: 0 0 auto 0; height: 3px; overflow: hidden;
  background: rgb(128 128 128 / 20%); }
:host([data-page]) .progress { position: fixed; }
.progress div { height: 100%; background: var(--lamplight-accent, #1f5fd6);
  transform: scaleX(0); transform-origin: 0 50%; }
.progress.unknown div { transform: scaleX(0.3); }
@media (prefers-reduced-motion: no-preference) {
  .progress div { transition: transform 0.15s linear; }
  .progress.unknown div { animation: passing 1.2s ease-in-out infinite alternate; }
  @keyframes passing { to { transform: translateX(70%) scaleX(0.3); } }
}
/* Comes when loading takes a while: most of the time the canvas is there before. */
.cancel { position: absolute; z-index: 2; inset: 12px 16px auto auto; padding: 4px 12px;
  font: 13px/1.43 var(--lamplight-font, Inter, system-ui, sans-serif); color: inherit;
  background: Canvas; border: 1px solid rgb(128 128 128 / 40%); border-radius: 6px; cursor: pointer;
  animation: coming 1s step-end; }
@keyframes coming { from { visibility: hidden; } }
:host([data-page]) .cancel { position: fixed; }
.notice { position: sticky; z-index: 2; bottom: 0; padding: 10px 44px 10px 16px;
  font: 14px/1.43 var(--lamplight-font, Inter, system-ui, sans-serif); color: #16191d; background: #fff3dc;
  border-top: 1px solid #d9b56c; }
:host([data-page]) .notice { position: fixed; inset: auto 0 0 0; }
:host([data-ready]) .notice { position: absolute; inset: auto 0 0 0; }
.notice button { font: inherit; color: #1f5fd6; background: none; border: 0; padding: 0 4px;
  text-decoration: underline; cursor: pointer; }
.notice .close { position: absolute; inset: 4px 8px auto auto; width: 32px; height: 32px;
  color: inherit; text-decoration: none; font-size: 18px; }
@media (prefers-color-scheme: dark) {
  .notice { color: #f2e6cf; background: #3a2c10; border-color: #6b5220; }
  .notice button { color: #9cc2ff; }
}
[hidden]:not([hidden="until-found"]), .printed { display: none !important; }

@media print {
  .stage, .progress, .cancel, .notice { display: none !important; }
  :host, :host([data-page][data-ready]) { position: static; height: auto; overflow: visible; }
  :host([data-ready]) .printed { display: block !important; color: #000; background: #fff;
    font: 9pt/1.35 var(--lamplight-font, Inter, system-ui, sans-serif); overflow-wrap: anywhere; }
  h1 { font-size: 15pt; margin: 0 0 4pt; }
  p { margin: 0; }
  article { break-inside: avoid; margin-top: 5pt; padding-top: 5pt; border-top: 1px solid #ccc; }
  small { font-size: 8pt; color: #444; }
  article p a { font-size: 8pt; color: inherit; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Styles a shadow root; one sheet for all elements, and none that a content policy could refuse.
 * @param {ShadowRoot} root
 */
export function adoptStyle(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
