// jsdiff at its best: the words of two files as integers. A program of its own, to be measured from outside.
import { readFileSync } from 'node:fs';
import { diffArrays } from 'diff';

const numbers = new Map();
const [was, now] = process.argv.slice(2).map((file) =>
  readFileSync(file, 'utf8')
    .split(/\s+/)
    .map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    }),
);
console.log(diffArrays(was, now).length);
