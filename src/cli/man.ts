/**
 * The man page, made from the commands themselves, so that it says what the help says.
 *
 * In roff a line that begins with `.` or `'` is an instruction and a backslash begins an escape, so all text goes through
 * `roff`; a hyphen typed on a command line is written `\-`, so that it can be copied from the page.
 */
import { EventEmitter } from 'node:events';
import type { Argument, Command, Option } from 'commander';

/** The page in roff's `man` macros, for the commands of `program`. The same commands give the same bytes. */
export function manPage(program: Command, version: string): string {
  const { remarks, examples } = epilogueOf(program);
  const lines = [
    `.TH ${program.name().toUpperCase()} 1 "" "${roff(`${program.name()} ${version}`)}" "User Commands"`,
    '.SH NAME',
    roff(`${program.name()} - ${lowered(program.description())}`),
    '.SH SYNOPSIS',
    ...program.commands.flatMap((command) => ['.br', synopsis(command)]).slice(1),
    '.SH DESCRIPTION',
    ...paragraphs(DESCRIPTION),
    '.SH COMMANDS',
    ...program.commands.flatMap(commandLines),
    '.SH FILES',
    ...FILES.flatMap(tagged),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(tagged),
    '.SH EXIT STATUS',
    ...paragraphs(remarks),
    '.SH EXAMPLES',
    ...verbatimLines(examples),
  ];
  return `${lines.join('\n')}\n`;
}

const DESCRIPTION = [
  'It seals interview transcripts with digests in a manifest, and says of any republished copy whether it still says what the speaker said: a web page, a PDF, a word processor’s file, subtitles or plain text. Where it does not, every place is shown, in both files.',
  'A copy is verbatim only when the words taken from it hash to the sealed digests, passage by passage, in order. Nothing is ever fetched from the network.',
];

const FILES = [
  ['verbatim-manifest.jsonl', 'The manifest: one line for each sealed text. The nearest one is used, walking up.'],
  ['verbatim.config.json', 'The configuration of a texts repository. “verbatim init” writes one.'],
  ['.verbatim-cache/', 'Beside the manifest of many texts: what is worked out once. It can be deleted at any time.'],
] as const;

const ENVIRONMENT = [
  ['NO_COLOR', 'No colours, unless --color asks for them.'],
  ['FORCE_COLOR', 'Colours also where no person is looking.'],
] as const;

function commandLines(command: Command): readonly string[] {
  const { remarks, examples } = epilogueOf(command);
  return [
    `.SS ${roff(command.name())}`,
    synopsis(command),
    ...paragraphs([command.description()]),
    ...command.registeredArguments.flatMap((argument) => tagged([shown(argument), argument.description])),
    ...command.options.flatMap(optionLines),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:', ...verbatimLines(examples)]),
    ...paragraphs(remarks),
  ];
}

function synopsis(command: Command): string {
  const operands = command.registeredArguments.map((argument) => ` ${shown(argument)}`).join('');
  return `\\fBverbatim ${roff(command.name())}\\fR${roff(`${command.options.length > 0 ? ' [options]' : ''}${operands}`)}`;
}

function shown(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionLines(option: Option): readonly string[] {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
  const normal = typeof option.defaultValue === 'string' ? `; otherwise ${option.defaultValue}` : '';
  return tagged([option.flags, `${option.description}${choices}${normal}`]);
}

function tagged([term, text]: readonly [string, string]): readonly string[] {
  return ['.TP', `\\fB${roff(term)}\\fR`, roff(text)];
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => ['.PP', roff(text)]);
}

/** Lines that are shown as they are. */
function verbatimLines(lines: readonly string[]): readonly string[] {
  return ['.PP', '.nf', '.RS 2', ...lines.map(roff), '.RE', '.fi'];
}

/** What the help of a command ends with: its examples, and the remarks around them. */
function epilogueOf(command: Command): { readonly examples: readonly string[]; readonly remarks: readonly string[] } {
  const pieces: string[] = [];
  const write = (piece: string) => pieces.push(piece);
  if (command instanceof EventEmitter) command.emit('afterHelp', { error: false, command, write });
  const lines = pieces
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return {
    examples: lines.filter((line) => line.startsWith('$ ')),
    remarks: lines.filter((line) => line !== '' && line !== 'Examples:' && !line.startsWith('$ ')),
  };
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
}

/** Text as roff takes it: nothing in it is an instruction, and signs outside ASCII have their names. */
function roff(text: string): string {
  const safe = text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/[^\0-~]/gu, (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}
