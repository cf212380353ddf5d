/** The man page of commands as they may be written: what roff would take for an instruction is text, and nothing is left out. */
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { manPage } from '../../src/cli/man.ts';
import { programOf } from '../../src/cli/program.ts';
import { processSession } from '../../src/cli/session.ts';

/** A program of one command, made by `with`. */
function pageOf(make: (command: Command) => void): readonly string[] {
  const program = new Command('told').description('Tells what was said.');
  make(program.command('tell'));
  const page = manPage(program, '1.2.3');
  return page.slice(page.indexOf('.SS '), page.indexOf('.SH FILES')).trim().split('\n');
}

describe('a command on the man page', () => {
  it('without anything of its own is its name and its purpose', () => {
    expect(pageOf((command) => command.helpOption(false).description('Tells.'))).toEqual([
      '.SS tell',
      '\\fBverbatim tell\\fR',
      '.PP',
      'Tells.',
    ]);
  });

  it('shows operands, options, choices and defaults', () => {
    const lines = pageOf((command) =>
      command
        .description('Tells.')
        .argument('<who>', 'the speaker')
        .argument('[words...]', 'what was said')
        .option('-l, --loud <how>', 'how loud', 'plainly')
        .addOption(command.createOption('--as <form>', 'the form').choices(['text', 'json'])),
    );
    expect(lines[1]).toBe('\\fBverbatim tell\\fR [options] <who> [words...]');
    expect(lines.slice(4)).toEqual([
      '.TP',
      '\\fB<who>\\fR',
      'the speaker',
      '.TP',
      '\\fB[words...]\\fR',
      'what was said',
      '.TP',
      '\\fB\\-l, \\-\\-loud <how>\\fR',
      'how loud; otherwise plainly',
      '.TP',
      '\\fB\\-\\-as <form>\\fR',
      'the form (text, json)',
    ]);
  });

  it('shows its examples as they are typed, and its remarks as text', () => {
    const epilogue = '\nExamples:\n  $ told tell .hidden-file\n\n.Every line is text, “also” this \\ one.';
    const lines = pageOf((command) => command.helpOption(false).description("'Tells'.").addHelpText('after', epilogue));
    expect(lines.slice(3)).toEqual([
      "\\&'Tells'.",
      '.PP',
      'Examples:',
      '.PP',
      '.nf',
      '.RS 2',
      '$ told tell .hidden\\-file',
      '.RE',
      '.fi',
      '.PP',
      '\\&.Every line is text, \\[u201C]also\\[u201D] this \\e one.',
    ]);
  });

  it('is there for every command of the program', () => {
    const program = programOf(processSession(), '1.2.3');
    const page = manPage(program, '1.2.3');
    expect(page.match(/^\.SS .*$/gm)).toEqual(program.commands.map((command) => `.SS ${command.name()}`));
  });
});
