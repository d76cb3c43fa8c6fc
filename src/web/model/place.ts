import type { View } from './address.ts'
import type { Draft } from './draft/use-draft.ts'
import type { CountyList } from './files.ts'
import type { OnItsWay } from './home/chain.ts'
import type { Book, Session } from './session.ts'
import type { Loading } from './use-loading.ts'
import type { SetView } from './use-view.ts'

/** What every page of a county stands on: the open county, the plan as it is being edited, and its rehearsal. */
export interface Place {
  readonly book: Book
  /** Undefined where no plan is open. */
  readonly planId: string | undefined
  readonly draft: Draft | undefined
  /** The rehearsal of the draft's text; while one types it may be a moment behind. */
  readonly session: Session
  readonly isBehind: boolean
  /** Whether the reader may change the plan: by role, and because it is not in the journal. */
  readonly mayEdit: boolean
  /** Whether a server keeps versions; over folders of a preview there is none. */
  readonly hasRecords: boolean
  readonly listed: CountyList['counties'][number] | undefined
  readonly view: View
  readonly setView: SetView
  /** The plans that are not carried out; undefined where there are no records, or one may not read plans. */
  readonly onTheirWay: Loading<readonly OnItsWay[]> | undefined
  /** Something was kept by the server: lists and the book are asked for again. */
  readonly onSaved: () => void
}
