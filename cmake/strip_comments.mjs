// Copies a JavaScript module without its comments: readers of the page need not download them.
// Lines that hold nothing but comment become empty, so that line numbers stay those of the source.
//
//     node cmake/strip_comments.mjs FROM TO
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
// "/** ... */ (x)" is a cast and stays: only what ends with its line is a comment.
const isComment = /^\s*(\/\/|\*(\s|\/|$)|\/\*\*(?!.*\*\/\s*\S))/;
const lines = readFileSync(from, 'utf8').split('\n');
writeFileSync(to, lines.map((line) => (isComment.test(line) ? '' : line)).join('\n'));
