import { edited, type History, historyOf, redone, undone } from './history.ts'

/**
 * The plans that are being edited in this browser. They are kept in its storage with every change, so that a broken line,
 * a closed window or a server that has gone loses nothing; who edits elsewhere meets them again when saving.
 */

/** What a draft was drawn from: a version that the server keeps. */
export interface Base {
  readonly version: number
  readonly text: string
}

export interface LocalDraft {
  /** Undefined for a plan that the server does not know yet. */
  readonly base: Base | undefined
  readonly history: History
}

/** The place of a draft: its county and the plan's id. */
export interface DraftKey {
  readonly county: string
  readonly plan: string
}

/** Somewhere to keep texts under names; the browser's own storage, or nothing. */
export interface Keep {
  read(name: string): string | undefined
  /** False when there was no room, or it is forbidden. */
  write(name: string, value: string | undefined): boolean
  names(): readonly string[]
}

const prefix = 'sanding.draft.'
const nameOf = ({ county, plan }: DraftKey) => `${prefix}${county}/${plan}`

export type Drafts = ReturnType<typeof draftsIn>

/** Drafts over a keep. Listeners are told of every change; a draft that says what its base says is not kept. */
export const draftsIn = (keep: Keep) => {
  const open = new Map<string, LocalDraft>()
  const listeners = new Set<() => void>()
  let isFull = false
  /** What this page last wrote under each name: nothing else is ever removed, because another window may have written it. */
  const wrote = new Map<string, string>()
  const put = (name: string, value: string | undefined): boolean => {
    if (value === undefined) {
      const kept = keep.read(name)
      return kept === undefined || kept !== wrote.get(name) ? true : keep.write(name, undefined)
    }
    wrote.set(name, value)
    return keep.write(name, value)
  }
  const set = (key: DraftKey, draft: LocalDraft | undefined) => {
    const name = nameOf(key)
    if (draft === undefined) open.delete(name)
    else open.set(name, draft)
    isFull = !put(name, draft === undefined || isUntouched(draft) ? undefined : writtenOf(draft))
    for (const listener of listeners) listener()
  }
  const get = (key: DraftKey): LocalDraft | undefined => {
    const name = nameOf(key)
    const known = open.get(name)
    if (known !== undefined) return known
    const text = keep.read(name)
    const kept = draftFrom(text)
    if (kept === undefined || text === undefined) return undefined
    open.set(name, kept)
    wrote.set(name, text)
    return kept
  }
  const change = (key: DraftKey, next: (history: History) => History) => {
    const draft = get(key)
    if (draft !== undefined) set(key, { ...draft, history: next(draft.history) })
  }
  return {
    get,
    /** Begins a plan that only this browser knows. */
    begin: (key: DraftKey, text: string) => set(key, { base: undefined, history: historyOf(text) }),
    /** A text that the server keeps: the base of a draft that is not there yet, that nobody has touched, or that says the same. */
    meet: (key: DraftKey, base: Base) => {
      const draft = get(key)
      if (draft === undefined) return set(key, { base, history: historyOf(base.text) })
      const isSame = draft.base?.version === base.version && draft.base.text === base.text
      if (isSame) return
      if (draft.history.now.text === base.text) set(key, { base, history: draft.history })
      else if (isUntouched(draft)) set(key, { base, history: historyOf(base.text) })
    },
    edit: (key: DraftKey, text: string, typedAt?: number) =>
      change(key, (history) => edited(history, text, typedAt)),
    undo: (key: DraftKey) => change(key, undone),
    redo: (key: DraftKey) => change(key, redone),
    /**
     * The draft is drawn from that version from now on. With a text it was brought together with it: its history begins
     * anew there, because what was before lacks what the others wrote.
     */
    rebase: (key: DraftKey, base: Base, text?: string) => {
      const draft = get(key)
      if (draft === undefined) return
      const history = text === undefined ? draft.history : edited(historyOf(base.text), text)
      set(key, { base, history })
    },
    /** The draft goes under another id; false, and nothing done, where another draft stands that is not kept elsewhere. */
    rename: (key: DraftKey, to: DraftKey): boolean => {
      const [draft, other] = [get(key), get(to)]
      if (draft === undefined || nameOf(key) === nameOf(to)) return true
      if (other !== undefined && !isUntouched(other)) return false
      set(to, draft)
      set(key, undefined)
      return true
    },
    /** The server does not know the plan any more: what is here is a new plan. */
    orphan: (key: DraftKey) => {
      const draft = get(key)
      if (draft !== undefined) set(key, { ...draft, base: undefined })
    },
    /** Another window of this browser has written a draft: it is the one that is found from now on. */
    heard: (name: string, value: string | undefined) => {
      if (!name.startsWith(prefix) || draftFrom(value) === undefined) return
      open.delete(name)
      for (const listener of listeners) listener()
    },
    /** Forgets what was changed here; a plan that only this browser knew is gone. */
    forget: (key: DraftKey) => {
      const base = get(key)?.base
      set(key, base && { base, history: historyOf(base.text) })
    },
    /** The ids of the plans of a county of which this browser keeps what no server does. */
    unsaved: (county: string): readonly string[] =>
      [...new Set([...open.keys(), ...keep.names()])]
        .filter((name) => name.startsWith(`${prefix}${county}/`))
        .map((name) => name.slice(prefix.length + county.length + 1))
        .filter((plan) => {
          const draft = get({ county, plan })
          return draft !== undefined && !isUntouched(draft)
        })
        .sort(),
    isFull: () => isFull,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const isUntouched = ({ base, history }: LocalDraft) => base !== undefined && base.text === history.now.text

/** Whether the draft says something that the server does not keep. */
export const isChanged = (draft: LocalDraft): boolean => !isUntouched(draft)

const writtenOf = ({ base, history }: LocalDraft): string => JSON.stringify({ base, text: history.now.text })

/** A kept draft; what cannot be read was not written by this page, and is left where it is. */
const draftFrom = (kept: string | undefined): LocalDraft | undefined => {
  if (kept === undefined) return undefined
  try {
    const { base, text } = JSON.parse(kept) as { base?: Partial<Base>; text?: unknown }
    if (typeof text !== 'string') return undefined
    if (base === undefined) return { base: undefined, history: historyOf(text) }
    if (typeof base.version !== 'number' || typeof base.text !== 'string') return undefined
    return {
      base: { version: base.version, text: base.text },
      history: edited(historyOf(base.text), text),
    }
  } catch {
    return undefined
  }
}

/** The storage of the browser, which may be forbidden or full. */
export const browserKeep: Keep = {
  read: (name) => {
    try {
      return localStorage.getItem(name) ?? undefined
    } catch {
      return undefined
    }
  },
  write: (name, value) => {
    try {
      if (value === undefined) localStorage.removeItem(name)
      else localStorage.setItem(name, value)
      return true
    } catch {
      return value === undefined
    }
  },
  names: () => {
    try {
      return Object.keys(localStorage)
    } catch {
      return []
    }
  },
}
