import type { Language, Text } from '../kernel/text.ts'

/** 0 fine · 1 findings that block · 2 usage · 70 fault of the machinery. */
export const exit = { fine: 0, blocked: 1, usage: 2, fault: 70 } as const

/** Where a command writes, and how the user wants to be spoken to. */
export interface Io {
  readonly language: Language
  readonly json: boolean
  /** Width of the terminal in columns, 0 when there is none. */
  print(text: string): void
  error(text: string): void
}

/** Arguments after the command's name: positions, and `--name value` or `--name` options. */
export interface Arguments {
  readonly positions: readonly string[]
  readonly options: ReadonlyMap<string, string>
}

/** One verb of `bin/sanding`. */
export interface Command {
  readonly name: string
  readonly summary: Text
  /** The line of usage, such as `rehearse PLAN --county DIR [--json]`. */
  readonly usage: string
  /** How many positions it takes at most. */
  readonly takes: number
  /** Names of the options it takes; `true` when the option has a value. */
  readonly options: Readonly<Record<string, boolean>>
  run(args: Arguments, io: Io): number | Promise<number>
}
