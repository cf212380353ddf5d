/**
 * Completion scripts, made from the commands themselves, so that they never promise an option that is not there.
 *
 * Values come from the option's choices, or for `--allow`, `--deny` and `explain` from the tables of verdicts and findings;
 * everything else completes to files.
 */
import type { Command, Option } from 'commander';
import { FINDING_CODES } from '../core/judge/codes.ts';
import { VERDICTS } from '../core/judge/verdict.ts';
import { allowProblem } from '../repository/policy-names.ts';

type Shell = 'bash' | 'zsh' | 'fish';

interface OptionPlan {
  readonly flag: string;
  readonly description: string;
  /** What its value can be; empty for a file; `null` when it takes none. */
  readonly values: readonly string[] | null;
}

interface CommandPlan {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionPlan[];
  /** What its operands can be; empty for files. */
  readonly operands: readonly string[];
}

/** The script for `shell` of the commands of `program`. */
export function completionScript(shell: Shell, program: Command): string {
  return WRITERS[shell](program.commands.map(planOf));
}

const WRITERS = { bash, zsh, fish } as const satisfies Record<Shell, (plans: readonly CommandPlan[]) => string>;

function planOf(command: Command): CommandPlan {
  const operand = command.registeredArguments[0];
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.options.map(optionPlan),
    operands: command.name() === 'explain' ? FINDING_CODES : (operand?.argChoices ?? []),
  };
}

function optionPlan(option: Option): OptionPlan {
  return { flag: option.long ?? option.flags, description: option.description, values: valuesOf(option) };
}

function valuesOf(option: Option): readonly string[] | null {
  if (!option.required && !option.optional) return null;
  if (option.long === '--allow') return [...VERDICTS, ...FINDING_CODES].filter((name) => allowProblem(name) === null);
  return option.long === '--deny' ? FINDING_CODES : (option.argChoices ?? []);
}

function bash(plans: readonly CommandPlan[]): string {
  const cases = plans.flatMap(({ name, options, operands }) => [
    ...options.flatMap(({ flag, values }) =>
      values === null || values.length === 0 ? [] : [`    ${name}:${flag}) words='${values.join(' ')}' ;;`],
    ),
    ...options.flatMap(({ flag, values }) => (values?.length === 0 ? [`    ${name}:${flag}) files=1 ;;`] : [])),
    `    ${name}:*) words='${[...options.map(({ flag }) => flag), ...operands].join(' ')}'${operands.length > 0 ? '' : ' files=1'} ;;`,
  ]);
  return `# bash completion for verbatim
_verbatim() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words= files=
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W '${plans.map(({ name }) => name).join(' ')} --help --version' -- "$word")
    return
  fi
  case "\${COMP_WORDS[1]}:$before" in
${cases.join('\n')}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  if [ -n "$files" ]; then
    local found
    mapfile -t found < <(compgen -f -- "$word")
    COMPREPLY+=("\${found[@]}")
  fi
}
complete -o filenames -F _verbatim verbatim
`;
}

function zsh(plans: readonly CommandPlan[]): string {
  const cases = plans.map(({ name, options, operands }) => {
    const lines = options.map(
      ({ flag, description, values }) => `      '*${flag}[${zshText(description)}]${zshValue(values)}'`,
    );
    const operand = operands.length > 0 ? `(${operands.join(' ')})` : '_files';
    return `    ${name}) _arguments -S \\\n${[...lines, `      '*:operand:${operand}'`].join(' \\\n')} ;;`;
  });
  return `#compdef verbatim
_verbatim() {
  local -a commands
  commands=(
${plans.map(({ name, summary }) => `    '${name}:${zshText(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
_verbatim "$@"
`;
}

function zshValue(values: readonly string[] | null): string {
  if (values === null) return '';
  return values.length > 0 ? `:value:(${values.join(' ')})` : ':file:_files';
}

function zshText(text: string): string {
  return text.replace(/'/g, '’').replace(/[[\]:\\]/g, '\\$&');
}

function fish(plans: readonly CommandPlan[]): string {
  const lines = plans.flatMap(({ name, summary, options, operands }) => [
    `complete -c verbatim -n __fish_use_subcommand -f -a ${name} -d '${fishText(summary)}'`,
    ...(operands.length > 0
      ? [`complete -c verbatim -n '__fish_seen_subcommand_from ${name}' -f -a '${operands.join(' ')}'`]
      : []),
    ...options.map(({ flag, description, values }) => {
      const value = values === null ? '' : values.length > 0 ? ` -x -a '${values.join(' ')}'` : ' -r';
      return `complete -c verbatim -n '__fish_seen_subcommand_from ${name}' -l ${flag.replace(/^--/, '')}${value} -d '${fishText(description)}'`;
    }),
  ]);
  return `# fish completion for verbatim\n${lines.join('\n')}\n`;
}

function fishText(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}
