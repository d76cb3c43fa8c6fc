/** What a record says is done: the name of an operation and its fields, as they were written. */
export interface Recorded {
  readonly name: string
  readonly fields: unknown
}

/** How the fields of an operation that is no longer written are read as one that is. */
export type Upgrades = Readonly<Record<string, (fields: unknown) => Recorded>>

/**
 * Operations are never changed incompatibly: a new version has a new name, and the old name is read through a function
 * here for as long as journals live. None was needed so far.
 */
export const upgrades: Upgrades = {}

/** The operation that a record means today; upgrades are followed until a name that needs none. */
export const upgraded = (recorded: Recorded, through: Upgrades = upgrades): Recorded => {
  const step = Object.hasOwn(through, recorded.name) ? through[recorded.name] : undefined
  return step === undefined ? recorded : upgraded(step(recorded.fields), through)
}
