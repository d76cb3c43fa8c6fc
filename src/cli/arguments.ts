import type { Arguments, Command } from './command.ts'

/** Options every command takes. */
const common: Readonly<Record<string, boolean>> = { json: false, lang: true, help: false }

export interface Parsed extends Arguments {
  /** What is wrong with the words of the call; empty when all is well. */
  readonly problems: readonly string[]
}

/** Reads `--name value`, `--name=value`, `-o value` and positions; unknown options are problems, not guesses. */
export const parseArguments = (words: readonly string[], command: Command): Parsed => {
  const takes = { ...common, ...command.options }
  const positions: string[] = []
  const options = new Map<string, string>()
  const problems: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string
    if (word === '--') {
      positions.push(...words.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      positions.push(word)
      continue
    }
    const [name = '', inline] = split(word)
    const hasValue = takes[name]
    if (hasValue === undefined) problems.push(word)
    else if (!hasValue) options.set(name, 'yes')
    else {
      const value = inline ?? words[at + 1]
      if (inline === undefined) at += 1
      if (value === undefined || (inline === undefined && value.startsWith('--'))) problems.push(`${word} …`)
      else options.set(name, value)
    }
  }
  problems.push(...positions.slice(command.takes))
  return { positions, options, problems }
}

const split = (word: string): [string, string | undefined] => {
  const bare = word === '-o' ? 'out' : word.replace(/^--?/, '')
  const at = bare.indexOf('=')
  return at < 0 ? [bare, undefined] : [bare.slice(0, at), bare.slice(at + 1)]
}
